/** What a viewer, an origin and a cache can tell of one request: the names that people give to things are no part of it. */
import type { RequestResult } from '#core/model/scenario.ts'

/** New with each request, whatever the design says. */
const alwaysNew = new Set(['x-amz-cf-id', 'date'])

const told = (headers: RequestResult['headers']) =>
  Object.entries(headers)
    .filter(([name]) => !alwaysNew.has(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))

/** How long the viewer waited for origins, in milliseconds of the simulated network, and which caches were asked. */
const way = ({ events }: RequestResult) => [
  events.reduce((sum, { duration = 0 }) => sum + duration, 0),
  events.some(({ stage }) => stage === 'origin-shield'),
]

/** Equal for requests that came to the same. */
export function outcomeOf(result: RequestResult): string {
  const { status, headers, body, xCache, resultType, servedBy, cacheKey, ttl, originRequests, functions } =
    result
  return JSON.stringify([
    status,
    told(headers),
    body,
    xCache,
    resultType,
    servedBy,
    cacheKey && [
      cacheKey.path,
      cacheKey.query,
      cacheKey.host,
      told(cacheKey.headers),
      told(cacheKey.cookies),
    ],
    ttl,
    originRequests.map(({ origin: _, headers: sent, ...attempt }) => [attempt, told(sent)]),
    functions.map(({ name: _, ...run }) => run),
    way(result),
  ])
}
