import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import type { RequestResult, ViewerRequest } from '#core/model/scenario.ts'
import { stageList } from '#core/trace/engine/pipeline.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { behavior, cachePolicy, customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { partingInWords, sideBySide, stepAt } from './side-by-side.ts'

const origins = { web: [{ response: { headers: { 'Cache-Control': 'max-age=60' }, body: 'x' } }] }

async function traced(document: DesignDocument, ...requests: ViewerRequest[]): Promise<RequestResult[]> {
  const simulation = createSimulation({ document, origins })
  const results: RequestResult[] = []
  for (const request of requests) results.push(await simulation.request(request))
  return results
}

/** The two last requests of a session in step, and the sentence. */
async function compared(document: DesignDocument, ...requests: ViewerRequest[]) {
  const [one, two] = (await traced(document, ...requests)).slice(-2)
  if (!one || !two) throw new Error('Two requests are compared.')
  const aligned = sideBySide(one, two)
  return { one, two, ...aligned, words: partingInWords(one, two, aligned, ['A', 'B']) }
}

const plain = distribution({ Origins: [customOrigin('web')] })

const withCookie = distribution(
  {
    Origins: [customOrigin('web')],
    DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'Own' } }),
  },
  {
    Own: cachePolicy({}, { CookiesConfig: { CookieBehavior: 'whitelist', Cookies: ['session'] } }),
  },
)

test('cold and warm part at the edge cache, and the warm one comes by no origin', async () => {
  const { beats, parting, words } = await compared(plain, { url: '/a' }, { url: '/a' })
  expect(beats[parting ?? -1]?.stage).toBe('edge-cache')
  expect(words).toContain('They part at the edge cache. A: Nothing for this key at FRA56. B: A fresh object')
  expect(beats.find(({ stage }) => stage === 'origin-fetch')).toMatchObject({ two: null, isSame: false })
  expect(beats.at(-1)).toMatchObject({ one: expect.any(Number), two: expect.any(Number) })
})

test('a cookie in the key is named, and its value is not', async () => {
  const session = { url: '/a', headers: { Cookie: 'session=s3cret' } }
  const { words } = await compared(withCookie, { url: '/a' }, session)
  expect(words).toBe('They part at the cache key: the cookie “session” is in it.')
})

test('two viewers whose caches are both cold go the same way', async () => {
  const { parting, words } = await compared(plain, { url: '/a' }, { url: '/a', viewer: { pop: 'IAD50' } })
  expect(parting).toBeUndefined()
  expect(words).toBe('A and B go the same way.')
})

test('two paths of one behavior part at the key, of two behaviors there', async () => {
  const two = distribution({
    Origins: [customOrigin('web')],
    CacheBehaviors: [behavior('/api/*', 'web')],
  })
  expect((await compared(two, { url: '/a' }, { url: '/b' })).words).toBe(
    'They part at the cache key: the path is in it.',
  )
  expect((await compared(two, { url: '/a' }, { url: '/api/b' })).words).toBe(
    'They part at the cache behavior: A goes to the default cache behavior, B to “/api/*”.',
  )
})

test('what one story alone comes to is said with the story that does', async () => {
  const { words } = await compared(plain, { url: '/a' }, { url: '/a', method: 'DELETE' })
  expect(words).toMatch(/^They part at the allowed methods: only B comes there\. /)
})

test('the same story twice is in step with itself', async () => {
  const [one] = await traced(plain, { url: '/a' })
  if (!one) throw new Error('One request was sent.')
  const { beats, parting } = sideBySide(one, one)
  expect(parting).toBeUndefined()
  expect(beats.map((beat) => beat.one)).toEqual(one.events.map((_, index) => index))
  expect(beats.every((beat) => beat.one === beat.two)).toBe(true)
})

test('each step of both stories has one beat, in the order of its story, whatever the stages are', () => {
  const event = (stage: string, detail: string) =>
    ({ stage, title: stage, detail, docs: null, basis: 'documented' }) as const
  const ids = stageList.map(({ id }) => id)
  const story = (stages: readonly string[]) =>
    ({ events: stages.map((stage) => event(stage, stage)), originRequests: [] }) as unknown as RequestResult
  const even = story([...ids.filter((_, index) => index % 2 === 0), 'made-up'])
  const third = story([...ids.filter((_, index) => index % 3 === 0), ...ids.slice(-4)])
  const { beats } = sideBySide(even, third)
  const own = (side: 'one' | 'two') => beats.flatMap((beat) => beat[side] ?? [])
  expect(own('one')).toEqual(even.events.map((_, index) => index))
  expect(own('two')).toEqual(third.events.map((_, index) => index))
})

test('a story that does not come by a beat stands where it was', () => {
  const beat = { stage: 'x', title: 'x', isSame: false }
  const beats = [
    { ...beat, one: 0, two: 0 },
    { ...beat, one: 1, two: null },
    { ...beat, one: null, two: 1 },
  ]
  expect([0, 1, 2].map((at) => [stepAt(beats, at, 'one'), stepAt(beats, at, 'two')])).toEqual([
    [0, 0],
    [1, 0],
    [1, 1],
  ])
})
