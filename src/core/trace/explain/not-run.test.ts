import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import type { Json } from '#core/model/field.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { hintsFor } from '#core/trace/explain/hints/index.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'
import { notRunIn } from './not-run.ts'

const pythonDesign = (): DesignDocument =>
  distribution(
    {
      DefaultCacheBehavior: defaultBehavior('web', {
        LambdaFunctionAssociations: [{ EventType: 'viewer-request', LambdaFunctionARN: { ref: 'Version' } }],
      }),
    },
    {
      Auth: {
        type: 'AWS::Lambda::Function',
        config: {
          FunctionName: 'auth',
          Runtime: 'python3.13',
          Handler: 'index.handler',
          Code: { ZipFile: 'def handler(event, context):\n    return event' },
        },
      },
      Version: { type: 'AWS::Lambda::Version', config: { FunctionName: { ref: 'Auth' } } },
    },
  )
const origins = { web: [{ response: { status: 200 } }] }

async function traced(functionResults: Readonly<Record<string, Json>>) {
  const document = pythonDesign()
  const simulation = createSimulation({ document, origins, functionResults })
  const request = { url: '/a' }
  const result = await simulation.request(request)
  return { result, hints: hintsFor({ document, distribution: 'Site', request, result }) }
}

test('a result without a function that CloudFront runs says so, before anything else', async () => {
  const { result, hints } = await traced({})
  expect(notRunIn(result)).toMatchObject([{ name: 'auth', at: 'Viewer request function' }])
  expect(notRunIn(result)[0]?.why).toContain('python3.13')
  expect(hints[0]).toMatchObject({ id: 'function-not-run', because: ['/resources/Auth/config'] })
  expect(hints[0]?.text).toContain('without “auth”')
})

test('with a scripted result nothing is missing, and nothing is said to have run', async () => {
  const { result, hints } = await traced({ auth: { status: '302' } })
  expect(result).toMatchObject({ status: 302, servedBy: 'function' })
  expect(notRunIn(result)).toEqual([])
  expect(hints.map(({ id }) => id)).not.toContain('function-not-run')
  const handsOn = await traced({ auth: { uri: '/b' } })
  expect(handsOn.result.originRequests[0]?.path).toBe('/b')
  expect(handsOn.result.events.map(({ detail }) => detail).join(' ')).not.toContain('“auth” ran')
})
