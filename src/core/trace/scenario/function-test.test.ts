import { expect, test } from 'vitest'
import type { FunctionOutcome, FunctionRun, FunctionRunner } from '#core/edge/runner.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import type { CompiledFunction } from '#core/trace/compile/compiled.ts'
import { functionsIn } from '#core/trace/compile/functions-in.ts'
import { behavior, cloudFrontFunction, customOrigin, distribution } from '#fixtures/build.ts'
import { testFunction } from './function-test.ts'

const document = distribution(
  {
    Origins: [customOrigin('web')],
    CacheBehaviors: [
      behavior('/a/*', 'web', {
        FunctionAssociations: [
          { EventType: 'viewer-request', FunctionARN: { ref: 'Rewrite', attribute: 'FunctionARN' } },
        ],
      }),
    ],
  },
  {
    Rewrite: cloudFrontFunction(),
    Python: {
      type: 'AWS::Lambda::Function',
      config: { Runtime: 'python3.12', Handler: 'index.handler', Code: { ZipFile: 'def handler(): pass' } },
    },
    Unrelated: { type: 'AWS::Lambda::Function', config: { Code: { S3Bucket: 'b', S3Key: 'k' } } },
  },
)
const byId = (id: string) => functionsIn(document).find((one) => one.id === id)

test('the functions of a design are those with code and those that an event names', () => {
  expect(functionsIn(document).map(({ id }) => id)).toEqual(['Rewrite', 'Python'])
  expect(byId('Rewrite')).toMatchObject({
    uses: [{ distribution: 'Site', pattern: '/a/*', event: 'viewer-request' }],
    codePath: ['resources', 'Rewrite', 'config', 'FunctionCode'],
  })
})

test('a Python handler is kept and told not to run', () => {
  expect(byId('Python')?.code).toContain('def handler')
  expect(byId('Python')?.fn).toMatchObject({ code: null, obstacle: expect.stringContaining('python3.12') })
})

const answering = (outcome: Partial<FunctionOutcome>): FunctionRunner => ({
  run: async (_run: FunctionRun) => ({ ok: true, logs: [], elapsedMs: 1, ...outcome }),
  dispose() {},
})
const request: JsonObject = {
  method: 'GET',
  uri: '/',
  querystring: { a: { value: '1' } },
  headers: { host: { value: 'x' } },
  cookies: {},
}
const event: Json = {
  version: '1.0',
  context: { eventType: 'viewer-request' },
  viewer: { ip: '203.0.113.7' },
  request,
}
const run = (outcome: Partial<FunctionOutcome>, given: Json = event) => {
  const fn: CompiledFunction | undefined = byId('Rewrite')?.fn
  if (!fn) throw new Error('The design holds the function.')
  return testFunction(fn, given, { runner: answering(outcome), now: 0 })
}

test('what the handler gives back is the output', async () => {
  expect(await run({ value: { ...request, uri: '/x' } })).toMatchObject({
    output: { request: { uri: '/x' } },
    error: null,
    status: null,
    generatedResponse: false,
  })
  expect(await run({ value: { statusCode: 302 } })).toMatchObject({
    output: { response: { statusCode: 302 } },
    generatedResponse: true,
  })
})

test('what CloudFront refuses is told with the status that the viewer gets', async () => {
  const changed = { ...request, headers: { host: { value: 'other' } } }
  expect(await run({ value: changed })).toMatchObject({
    output: null,
    error: { type: 'FunctionValidationError', message: expect.stringContaining('host') },
    status: 502,
  })
  const failure = { ok: false, error: { type: 'TypeError', message: 'x', line: 3 } }
  expect(await run(failure)).toMatchObject({ error: { line: 3 }, status: 503 })
})

test('an event of another shape is told, not run', async () => {
  expect(await run({}, { Records: [] })).toMatchObject({ error: { type: 'EventError' }, status: null })
})
