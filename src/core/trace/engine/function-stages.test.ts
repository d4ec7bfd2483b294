import { expect, test } from 'vitest'
import type { FunctionOutcome, FunctionRun, FunctionRunner } from '#core/edge/runner.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Json } from '#core/model/field.ts'
import { customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { createSimulation } from './simulation.ts'

/** A sandbox that does what a test says. */
const runnerOf = (run: (made: FunctionRun) => Partial<FunctionOutcome>): FunctionRunner => ({
  run: async (made) => ({ ok: true, logs: [], elapsedMs: 0, ...run(made) }),
  dispose() {},
})
const designWith = (event: 'viewer-request' | 'viewer-response', code = 'code'): DesignDocument =>
  distribution(
    {
      Origins: [customOrigin('web')],
      DefaultCacheBehavior: defaultBehavior('web', {
        FunctionAssociations: [{ EventType: event, FunctionARN: { ref: 'Edge' } }],
      }),
    },
    {
      Edge: {
        type: 'Function',
        config: { Name: 'edge', FunctionCode: code, FunctionConfig: { Runtime: 'cloudfront-js-2.0' } },
      },
    },
  )
const origins = { web: [{ response: { headers: { 'Cache-Control': 'max-age=60' }, body: 'origin' } }] }
const requestIn = ({ event }: FunctionRun): Json => event['request'] ?? null

test('a rewritten URI makes the key and the origin request, and leaves the behavior', async () => {
  const runner = runnerOf((run) => ({ value: { ...(requestIn(run) as object), uri: '/b' } }))
  const simulation = createSimulation({ document: designWith('viewer-request'), origins, runner })
  const result = await simulation.request({ url: '/a' })
  expect([result.cacheKey?.path, result.originRequests[0]?.path, result.behavior]).toEqual(['/b', '/b', '*'])
})

test('a function that throws is a 503, and one that runs into its limit too', async () => {
  for (const type of ['TypeError', 'TimeoutError']) {
    const runner = runnerOf(() => ({ ok: false, error: { type, message: 'no' } }))
    const simulation = createSimulation({ document: designWith('viewer-request'), origins, runner })
    const result = await simulation.request({ url: '/a' })
    expect([result.status, result.xCache, result.functions[0]?.error]).toEqual([
      503,
      'FunctionExecutionError from cloudfront',
      { type, message: 'no' },
    ])
  }
})

test('what CloudFront refuses of a result is a 502', async () => {
  const runner = runnerOf(() => ({ value: 'nothing of use' }))
  const simulation = createSimulation({ document: designWith('viewer-request'), origins, runner })
  expect(await simulation.request({ url: '/a' })).toMatchObject({ status: 502, originRequests: [] })
})

test('without a sandbox the function is passed over, and the story says so', async () => {
  const simulation = createSimulation({ document: designWith('viewer-request'), origins })
  const result = await simulation.request({ url: '/a' })
  expect(result.status).toBe(200)
  expect(result.events.find(({ stage }) => stage === 'viewer-request-function')?.detail).toContain(
    'no sandbox',
  )
})

test('a viewer-response function does not run for an error', async () => {
  const runner = runnerOf(() => {
    throw new Error('It ran.')
  })
  const failing = { web: [{ response: { status: 404 } }] }
  const simulation = createSimulation({ document: designWith('viewer-response'), origins: failing, runner })
  expect((await simulation.request({ url: '/a' })).status).toBe(404)
})
