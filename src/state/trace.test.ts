import { beforeAll, beforeEach, expect, test } from 'vitest'
import { saveScenario, setOriginScript } from '#core/edits/scenarios.ts'
import { setAt } from '#core/model/edit.ts'
import { defaultBehavior, distribution, managed } from '#fixtures/build.ts'
import { commit, currentDocument, openDesign } from './design.ts'
import { useScenarioTests, watchScenarios } from './scenario-tests.ts'
import {
  advanceClock,
  asTraced,
  invalidatePaths,
  isOutdated,
  replaySession,
  sendRequests,
  sessionScenario,
  showStep,
  showTraced,
  useTrace,
} from './trace.ts'

const state = () => useTrace.getState()
const disable = setAt(
  ['resources', 'Site', 'config', 'DefaultCacheBehavior', 'CachePolicyId'],
  managed.cachingDisabled,
)
let opened = 0

// What the state loads when it is first needed, here before any test is timed.
beforeAll(async () => {
  await Promise.all([
    import('#core/trace/engine/simulation.ts'),
    import('#core/trace/scenario/origin-scripts.ts'),
    import('#core/trace/scenario/suite.ts'),
    import('#core/trace/engine/remembering-runner.ts'),
  ])
}, 60_000)

beforeEach(() => {
  opened += 1
  openDesign(`design ${opened}`, 'Test', distribution({ DefaultCacheBehavior: defaultBehavior('web') }))
})

test('requests of one design share their caches, and all that was done is a scenario', async () => {
  await sendRequests('Site', [{ url: '/a' }, { url: '/a' }])
  advanceClock(60)
  invalidatePaths(['/a'])
  await sendRequests('Site', [{ url: '/a' }])
  expect(state().traced.map(({ result }) => result.resultType)).toEqual(['Miss', 'Hit', 'Miss'])
  expect(sessionScenario('kept').steps).toEqual([
    { request: { url: '/a' } },
    { request: { url: '/a' } },
    { advance: 60 },
    { invalidate: ['/a'] },
    { request: { url: '/a' } },
  ])
})

test('the canvas is told of the shown request, as far as its story has come', async () => {
  await sendRequests('Site', [{ url: '/a' }, { url: '/b' }])
  const first = state().traced.at(-1)
  showTraced(first?.id ?? 0)
  expect(state().lit?.cacheKey?.path).toBe('/a')
  showStep(0)
  expect([state().lit?.behavior, state().lit?.originRequests.length]).toEqual([null, 0])
  showStep((first?.result.events.length ?? 1) - 1)
  expect([state().lit?.behavior, state().lit?.originRequests.length]).toEqual(['*', 1])
})

test('after an edit the session can be done again, and what came before stays for comparison', async () => {
  await sendRequests('Site', [{ url: '/a' }, { url: '/a' }])
  expect(isOutdated(state().basis, currentDocument())).toBe(false)
  const sent = currentDocument()
  commit(disable)
  expect(isOutdated(state().basis, currentDocument())).toBe(true)
  expect(asTraced(state().basis, currentDocument())).toEqual(sent)
  await replaySession()
  expect(asTraced(state().basis, currentDocument())).toBe(currentDocument())
  expect(state().traced.map(({ result }) => result.resultType)).toEqual(['Miss', 'Miss'])
  expect(state().before.map(({ result }) => result.resultType)).toEqual(['Hit', 'Miss'])
})

test('a script beside an origin is how it answers, and another design begins anew', async () => {
  commit(setOriginScript('web', [{ response: { status: 418 } }]))
  await sendRequests('Site', [{ url: '/a' }])
  expect(state().traced[0]?.result.status).toBe(418)
  openDesign('another', 'Other', distribution())
  expect([state().traced, state().caches]).toEqual([[], []])
})

test('a URL that is none is told in a sentence', async () => {
  expect(await sendRequests('Site', [{ url: 'nonsense' }])).toBeUndefined()
  expect(state().failure).toContain('“nonsense” is no URL')
})

test('saved scenarios are run again after each edit that may change them', async () => {
  const stop = watchScenarios()
  const settled = () =>
    expect.poll(() => useScenarioTests.getState().of === currentDocument(), { timeout: 5000 }).toBe(true)
  commit(setOriginScript('web', [{ response: { status: 200, body: 'x' } }]))
  const step = (xCache: string) => ({ request: { url: '/a' }, expect: { xCache } })
  commit(saveScenario({ name: 'kept', steps: [step('Miss from cloudfront'), step('Hit from cloudfront')] }))
  await settled()
  expect(useScenarioTests.getState().results).toMatchObject([{ name: 'kept', passed: true }])
  commit(disable)
  await settled()
  expect(useScenarioTests.getState().results).toMatchObject([{ name: 'kept', passed: false }])
  stop()
})
