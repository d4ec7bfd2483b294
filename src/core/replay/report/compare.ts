/** Two designs on the same log: what changes as a whole, and which behaviors gain and lose. */
import { type Count, hitRatio } from './counts.ts'
import type { ReplayReport } from './report.ts'

export interface Difference {
  readonly what: string
  readonly before: number | null
  readonly after: number | null
  /** After less before; null where either is unknown. */
  readonly change: number | null
}
export interface BehaviorDifference {
  readonly behavior: string
  readonly requestsBefore: number
  readonly requestsAfter: number
  readonly hitRatioBefore: number | null
  readonly hitRatioAfter: number | null
  readonly originRequestsBefore: number
  readonly originRequestsAfter: number
  readonly errorsBefore: number
  readonly errorsAfter: number
  /**
   * By the requests that fail, and where as many do, by those to origins: fewer is a gain. A behavior that only one
   * design has is neither.
   */
  readonly verdict: 'gains' | 'loses' | 'same' | 'new' | 'gone'
}
export interface Comparison {
  readonly totals: readonly Difference[]
  readonly byBehavior: readonly BehaviorDifference[]
}

const difference = (what: string, before: number | null, after: number | null): Difference => ({
  what,
  before,
  after,
  change: before === null || after === null ? null : after - before,
})

const errors = ({ byStatus }: ReplayReport, from: number, to: number) =>
  byStatus.reduce(
    (sum, { name, requests }) => (Number(name) >= from && Number(name) < to ? sum + requests : sum),
    0,
  )

const share = (of: Count, what: 'errors' | 'originRequests') =>
  of.requests === 0 ? 0 : of[what] / of.requests

function verdictOf(before: Count | undefined, after: Count | undefined): BehaviorDifference['verdict'] {
  if (!before) return 'new'
  if (!after) return 'gone'
  const change = (what: 'errors' | 'originRequests') => share(after, what) - share(before, what)
  // What fails asks no origin, and is no gain for it.
  const decisive = change('errors') || change('originRequests')
  return decisive === 0 ? 'same' : decisive < 0 ? 'gains' : 'loses'
}

/** What changes when `after` takes the place of `before`. */
export function compareReports(before: ReplayReport, after: ReplayReport): Comparison {
  const names = [...new Set([...before.byBehavior, ...after.byBehavior].map(({ name }) => name))]
  return {
    totals: [
      difference('hit ratio', before.total.hitRatio, after.total.hitRatio),
      difference('requests to origins', before.total.originRequests, after.total.originRequests),
      difference('bytes from origins', before.total.originBytes, after.total.originBytes),
      difference('bytes to viewers', before.total.bytes, after.total.bytes),
      difference('4xx responses', errors(before, 400, 500), errors(after, 400, 500)),
      difference('5xx responses', errors(before, 500, 600), errors(after, 500, 600)),
      difference('cache keys', before.objects.requested, after.objects.requested),
      difference('dollars a month', before.cost.total, after.cost.total),
    ],
    byBehavior: names.map((name) => {
      const [old, now] = [before, after].map(({ byBehavior }) =>
        byBehavior.find((group) => group.name === name),
      )
      return {
        behavior: name,
        requestsBefore: old?.requests ?? 0,
        requestsAfter: now?.requests ?? 0,
        hitRatioBefore: old ? hitRatio(old) : null,
        hitRatioAfter: now ? hitRatio(now) : null,
        originRequestsBefore: old?.originRequests ?? 0,
        originRequestsAfter: now?.originRequests ?? 0,
        errorsBefore: old?.errors ?? 0,
        errorsAfter: now?.errors ?? 0,
        verdict: verdictOf(old, now),
      }
    }),
  }
}
