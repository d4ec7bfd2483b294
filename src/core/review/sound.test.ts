/**
 * A review is sound: a request whose outcome differs belongs to a class that changes (or something changes for every
 * path), and what is said to change has a request that shows it. `REVIEW_PAIRS=4000` tries as many pairs of designs.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OriginRule, RequestResult, ViewerRequest } from '#core/model/scenario.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { randomPairs } from '#fixtures/random-designs.ts'
import { randomRequests, type Sent } from '#fixtures/random-requests.ts'
import { randomRuns } from '#fixtures/random-runs.ts'
import { outcomeOf } from './outcome.ts'
import { prove } from './probes.ts'
import { type Side, sideOf } from './side.ts'
import { reviewSite, type SiteReview } from './site-review.ts'

/** No function runs in these: their effect is tried where they run. */
async function outcomes(
  { document, id }: Side,
  requests: readonly ViewerRequest[],
  answers: OriginRule,
): Promise<string[]> {
  const origins = Object.fromEntries(['web', 'api', 'files'].map((name) => [name, [answers]]))
  const simulation = createSimulation({ document, distribution: id, origins, tellsChanges: false })
  const results: RequestResult[] = []
  for (const request of requests) {
    results.push(await simulation.request(request))
    simulation.advance(1)
  }
  return results.map(outcomeOf)
}

const pathOf = (url: string) => /^[a-z]+:\/\/[^/]*([^?]*)/.exec(url)?.[1] ?? '/'

async function holds(
  { before, after }: SiteReview,
  review: SiteReview,
  { request, answers }: Sent,
): Promise<boolean> {
  if (review.distribution.length > 0) return true
  const at = review.classOf(pathOf(request.url))
  if (at !== null && (review.routing[at]?.changes.length ?? 0) > 0) return true
  const twice = [request, request]
  const [old, now] = [await outcomes(before, twice, answers), await outcomes(after, twice, answers)]
  return JSON.stringify(old) === JSON.stringify(now)
}

const many = Number(process.env['REVIEW_PAIRS'] ?? randomRuns(240))

test('a request whose outcome differs belongs to a class that changes, or something changes for every path', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomPairs,
      fc.array(randomRequests, { minLength: 20, maxLength: 20 }),
      async (pair, requests) => {
        const review = reviewSite(sideOf(pair.before, 'Site'), sideOf(pair.after, 'Site'))
        for (const one of requests)
          expect(await holds(review, review, one), JSON.stringify([one, review.routing])).toBe(true)
      },
    ),
    { numRuns: many },
  )
}, 3_600_000)

test('what is said to change has a request that shows it', async () => {
  await fc.assert(
    fc.asyncProperty(randomPairs, async (pair) => {
      const review = reviewSite(sideOf(pair.before, 'Site'), sideOf(pair.after, 'Site'))
      // A distribution that is disabled answers everything with 403.
      if (!review.before.compiled.enabled || !review.after.compiled.enabled) return
      const probes = await prove(review)
      for (const [at, { changes, witness }] of review.routing.entries()) {
        const whats = changes.map(({ what }) => what)
        // A function shows only where it runs.
        if (whats.every((what) => what === 'functions')) continue
        expect(
          probes.some(({ class: of, differs }) => of === at && differs),
          JSON.stringify([witness, changes]),
        ).toBe(true)
      }
    }),
    { numRuns: Math.ceil(many / 4) },
  )
}, 3_600_000)
