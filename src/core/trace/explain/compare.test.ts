import { expect, test } from 'vitest'
import type { Scenario } from '#core/model/scenario.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { cachePolicy, customOrigin, defaultBehavior, distribution, managed } from '#fixtures/build.ts'
import { coldAndWarm, compareDesigns } from './compare.ts'
import { explain } from './explain.ts'

const origins = { web: [{ response: { headers: { 'Cache-Control': 'max-age=60' }, body: 'x' } }] }
const scenario: Scenario = {
  name: 'twice',
  origins,
  steps: [{ request: { url: '/a?b=1' } }, { advance: 1 }, { request: { url: '/a?b=1' } }],
}
const before = distribution()
const after = distribution({
  DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: managed.cachingDisabled }),
})

test('the same design gives the same traces', async () => {
  const compared = await compareDesigns({ document: before }, { document: before }, [scenario])
  expect(compared.map(({ difference }) => difference)).toEqual([
    { differences: [], parting: null },
    { differences: [], parting: null },
  ])
})

test('a policy that is changed shows in the requests whose outcome changes, with the step where they part', async () => {
  const compared = await compareDesigns({ document: before }, { document: after }, [scenario])
  const second = compared.find(({ step }) => step === 3)
  expect(second?.difference.differences).toContainEqual({
    what: 'X-Cache',
    before: 'Hit from cloudfront',
    after: 'Miss from cloudfront',
  })
  expect(second?.difference.parting?.after?.detail).toContain('caching is disabled')
})

test('a request that was sent once shows warm what a change of the cache policy makes of it', async () => {
  const once: Scenario = { ...scenario, steps: scenario.steps.slice(0, 1) }
  const xCache = async (scenarios: readonly Scenario[]) =>
    (await compareDesigns({ document: before }, { document: after }, scenarios)).map((one) => [
      one.before.result?.xCache,
      one.after.result?.xCache,
    ])
  const miss = 'Miss from cloudfront'
  expect(await xCache([once])).toEqual([[miss, miss]])
  expect(await xCache(coldAndWarm([once]))).toEqual([
    [miss, miss],
    ['Hit from cloudfront', miss],
  ])
})

test('a request that the scenarios send again and again is compared once, cold and warm', () => {
  expect(coldAndWarm([scenario, scenario])).toEqual([
    {
      name: 'GET /a?b=1, cold (step 1) and warm (step 3)',
      origins,
      steps: [{ request: { url: '/a?b=1' } }, { advance: 1 }, { request: { url: '/a?b=1' } }],
    },
  ])
})

test('a design that cannot run a scenario is a difference too', async () => {
  const compared = await compareDesigns({ document: before }, { document: before, distribution: 'Missing' }, [
    scenario,
  ])
  expect(compared[0]?.difference.differences[0]).toMatchObject({ what: 'run', before: null })
})

test('a trace is told in one paragraph', async () => {
  const document = distribution(
    { DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'Short' } }) },
    { Short: cachePolicy() },
  )
  const simulation = createSimulation({ document, origins })
  const request = { url: '/a', viewer: { pop: 'NRT57' } }
  const cold = explain(request, await simulation.request(request))
  expect(cold).toMatch(/^GET \/a through Tokyo \(NRT57\) was taken by the default cache behavior\./)
  expect(cold).toContain('“web” was asked GET https://web.example.org/a and answered 200.')
  expect(cold).toMatch(/with “X-Cache: Miss from cloudfront” after 20 ms .*kept for 60 s\.$/)
  const warm = explain(request, await simulation.request(request))
  expect(warm).toContain('The viewer got 200 from the edge cache with “X-Cache: Hit from cloudfront”.')
  expect(cold).not.toContain('\n')
})

test('each step tells what it changed of the messages', async () => {
  const document = distribution({
    Origins: [customOrigin('web', { CustomHeaders: [{ HeaderName: 'X-Origin', HeaderValue: '1' }] })],
  })
  const simulation = createSimulation({ document, origins })
  const { events } = await simulation.request({ url: '/a?utm=1', headers: { Cookie: 'a=1' } })
  const changesOf = (stage: string) => events.find((event) => event.stage === stage)?.changes ?? []
  expect(changesOf('origin-request')).toContainEqual({
    message: 'origin request',
    field: 'header cookie',
    before: 'a=1',
    after: null,
  })
  expect(changesOf('origin-request')).toContainEqual({
    message: 'origin request',
    field: 'query',
    before: 'utm=1',
    after: '',
  })
  expect(changesOf('origin-request')).toContainEqual({
    message: 'origin request',
    field: 'header x-origin',
    before: null,
    after: '1',
  })
  expect(changesOf('response-headers')).toContainEqual({
    message: 'response',
    field: 'header x-cache',
    before: null,
    after: 'Miss from cloudfront',
  })
})
