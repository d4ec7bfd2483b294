/** The request that shows a change best, in one line. */
import type { RequestResult } from '#core/model/scenario.ts'
import { outcomeOf } from '#core/review/outcome.ts'
import type { Probe } from '#core/review/probes.ts'
import type { SiteReport } from '#core/review/report.ts'
import type { RoutingClass } from '#core/review/site-review.ts'
import { compareResults } from '#core/trace/explain/compare.ts'

const cacheWords = (xCache: string): string =>
  xCache.startsWith('FunctionGenerated')
    ? 'answered by the function'
    : xCache.replace(' from cloudfront', '').toLowerCase()

function resultWords({ status, headers, xCache, originRequests, ttl }: RequestResult): string {
  const asked = originRequests.map(({ origin, host, path }) => `${origin} (${host}${path})`)
  const leads = status >= 300 && status < 400 ? headers['location'] : undefined
  return [
    leads === undefined ? String(status) : `${status} to ${String(leads)}`,
    ...(xCache === null || xCache.startsWith('Redirect') ? [] : [cacheWords(xCache)]),
    ...(asked.length > 0 ? [`asked of ${asked.join(' and ')}`] : []),
    ...(ttl === null ? [] : [`kept ${ttl} s`]),
  ].join(', ')
}

export interface Proof {
  readonly request: string
  readonly before: string
  readonly after: string
}

const spoken = ({ request: { method, url, headers, viewer }, answers, signed }: Probe): string => {
  const sent = Object.entries({ ...headers, ...viewer }).map(([name, value]) => `${name}: ${String(value)}`)
  const answer = answers?.error ?? answers?.response?.status
  return [
    `${method} ${url}`,
    ...(sent.length > 0 ? [`with ${sent.join(', ')}`] : []),
    ...(signed ? ['rightly signed'] : []),
    ...(answer === undefined || answer === 200 ? [] : [`where the origin answers ${answer}`]),
  ].join(' ')
}

/** A probe in words: the warm round where only that differs. */
export function proofText(probe: Probe): Proof {
  const isCold = outcomeOf(probe.before.cold) !== outcomeOf(probe.after.cold) || !probe.differs
  const round = isCold ? 'cold' : 'warm'
  return {
    request: `${spoken(probe)}${isCold ? '' : ', asked a second time'}`,
    before: resultWords(probe.before[round]),
    after: resultWords(probe.after[round]),
  }
}

/** The first request of these classes that shows a difference. */
export function proofOf(
  { review, probes }: SiteReport,
  classes: readonly RoutingClass[],
): string | undefined {
  const places = classes.map((one) => review.routing.indexOf(one))
  const own = probes.filter((probe) => probe.class !== null && places.includes(probe.class) && probe.differs)
  const best = own.find((probe) => visible(probe)) ?? own[0]
  if (!best) return undefined
  const { request, before, after } = proofText(best)
  return before === after ? `${request}: ${after}; ${unlike(best)}` : `${request}: ${before} → ${after}`
}

/** What differs where the short story is the same. Values that go to origins may be secrets, so only names are told. */
function unlike({ before, after }: Probe): string {
  const found = [
    ...compareResults(before.cold, after.cold).differences,
    ...compareResults(before.warm, after.warm).differences,
  ].filter(({ what }) => what !== 'behavior')
  const told = found.map(({ what, before: had, after: has }) =>
    what.startsWith('cache key') ? `${what}: ${had ?? 'none'} → ${has ?? 'none'}` : what,
  )
  return `what differs: ${[...new Set(told)].slice(0, 4).join('; ') || 'how long it waits'}`
}

const visible = (probe: Probe) => {
  const { before, after } = proofText(probe)
  return before !== after
}
