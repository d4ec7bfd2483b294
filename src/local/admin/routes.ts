/** What the admin port does: JSON in, JSON out. */
import { tableOf } from '#core/ground/names.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { OriginFault } from '#core/model/scenario.ts'
import { invalidate } from '#core/trace/engine/invalidation.ts'
import { cacheEntries, tierNames } from '#core/trace/engine/simulation.ts'
import type { LocalCdn } from '#local/local-cdn.ts'
import type { Site } from '#local/site.ts'
import { viewerFrom } from '#local/viewer/viewer.ts'

export interface Refusal {
  readonly status: number
  readonly message: string
}
type Input = Readonly<Record<string, unknown>>
type Answer = Result<unknown, Refusal>

export type Route = (cdn: LocalCdn, input: Input) => Answer

const refused = (message: string, status = 400): Answer => failed({ status, message })

/** The distributions that an order is for: all, or the one it names. */
function sitesOf(cdn: LocalCdn, { distribution }: Input): readonly Site[] {
  return distribution === undefined ? cdn.sites : cdn.sites.filter(({ id }) => id === distribution)
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

const invalidatePaths: Route = (cdn, input) => {
  const { paths } = input
  if (!isTexts(paths) || paths.length === 0)
    return refused('“paths” is a list of paths, such as {"paths":["/*"]}.')
  const reports = sitesOf(cdn, input).map(({ engine }) => invalidate(engine.caches, paths, cdn.pathsUsed))
  const [first] = reports
  if (!first) return refused(`There is no distribution “${input['distribution']}”.`, 404)
  cdn.pathsUsed += first.paths
  cdn.noteInvalidation(paths)
  const removed = reports.reduce((sum, report) => sum + report.removed, 0)
  if (first.paths === 0) return refused(first.refused.map(({ reason }) => reason).join(' '))
  return ok({ ...first, removed })
}

const advance: Route = (cdn, { seconds }) => {
  if (typeof seconds !== 'number' || !(seconds >= 0) || !Number.isFinite(seconds))
    return refused('“seconds” is a number that is not negative: time runs forwards only.')
  cdn.clock.advance(seconds)
  return ok({ now: new Date(cdn.clock.now).toISOString() })
}

const evict: Route = (cdn, input) => {
  const { tier, pop } = input
  const name = typeof tier === 'string' && Object.hasOwn(tierNames, tier) ? tierNames[tier] : undefined
  if (name === undefined) return refused('“tier” is one of edge, regional-edge-cache and origin-shield.')
  if (pop !== undefined && pop !== null && typeof pop !== 'string')
    return refused('“pop” is text, such as FRA56.')
  const place = typeof pop === 'string' ? pop : undefined
  const counts = sitesOf(cdn, input).map(({ engine }) => engine.caches.evict(name, place))
  return ok({ removed: counts.reduce((sum, count) => sum + count, 0) })
}

const setViewer: Route = (cdn, input) => {
  const viewer = viewerFrom({ ...cdn.viewer, ...input })
  if (!viewer.ok) return refused(viewer.error)
  cdn.viewer = viewer.value
  return ok({ viewer: cdn.viewer })
}

const faults: readonly OriginFault[] = [
  'connect-timeout',
  'connection-refused',
  'response-timeout',
  'tls',
  'dns',
  'connection-reset',
]

const failOrigin: Route = (cdn, { origin, error }) => {
  if (typeof origin !== 'string') return refused('“origin” is the Id of an origin.')
  if (!cdn.knowsOrigin(origin))
    return refused(`There is no origin “${origin}”; there are ${cdn.originNames.join(', ')}.`, 404)
  if (error === null || error === undefined) cdn.origins.faults.delete(origin)
  else {
    const fault = faults.find((one) => one === error)
    if (fault === undefined) return refused(`“error” is null or one of ${faults.join(', ')}.`)
    cdn.origins.faults.set(origin, fault)
  }
  return ok({ origin, error: cdn.origins.faults.get(origin) ?? null })
}

const caches: Route = (cdn, input) => {
  const now = new Date(cdn.clock.now).toISOString()
  const entries = sitesOf(cdn, input).flatMap(({ id, engine }) =>
    cacheEntries(engine.caches, cdn.clock.now).map((entry) => ({ distribution: id, ...entry })),
  )
  return ok({ now, objects: cdn.store.count, bytes: cdn.store.bytes, caches: entries })
}

const requests: Route = (cdn) =>
  ok({
    requests: cdn.stories.list().map(({ id, distribution, at, request, result }) => ({
      id,
      distribution,
      at: new Date(at).toISOString(),
      method: request.method,
      url: request.url,
      status: result.status,
      xCache: result.xCache,
      behavior: result.behavior,
    })),
  })

const state: Route = (cdn) =>
  ok({
    distributions: cdn.sites.map(({ id, distribution }) => ({
      id,
      aliases: distribution.aliases,
      origins: [...distribution.origins.keys()],
    })),
    now: new Date(cdn.clock.now).toISOString(),
    viewer: cdn.viewer,
    failing: Object.fromEntries(cdn.origins.faults),
  })

/** By method and path. */
export const routes: Readonly<Record<string, Route>> = tableOf({
  'GET /': state,
  'GET /caches': caches,
  'GET /requests': requests,
  'POST /invalidate': invalidatePaths,
  'POST /advance': advance,
  'POST /evict': evict,
  'POST /viewer': setViewer,
  'POST /origin': failOrigin,
})

/** `GET /requests/ID`: one request's story. */
export function story(cdn: LocalCdn, id: string): Answer {
  const told = cdn.stories.get(id)
  return told ? ok(told.result) : refused(`There is no story “${id}”; the last requests’ are kept.`, 404)
}
