/** The causes that traces are searched for, the most telling first. A new one is a file and a line here. */
import type { OriginAttempt, RequestResult } from '#core/model/scenario.ts'
import { compileOnce } from '#core/trace/compile/compile-once.ts'
import { eventAt } from '#core/trace/explain/events.ts'
import { authorizationDropped } from './authorization-dropped.ts'
import { bucketGrantsNothing } from './bucket-grants-nothing.ts'
import { bucketHidesMissing } from './bucket-hides-missing.ts'
import { cookieShared } from './cookie-shared.ts'
import { corsHeaderMissing } from './cors-header-missing.ts'
import { errorKept } from './error-kept.ts'
import { errorPageForAll } from './error-page-for-all.ts'
import { folderWithoutIndex } from './folder-without-index.ts'
import { functionNotRun } from './function-not-run.ts'
import { functionSkipped } from './function-skipped.ts'
import type { Hint, HintInput, HintRule } from './hint.ts'
import { methodRefused } from './method-refused.ts'
import { minimumTtlWins } from './minimum-ttl-wins.ts'
import { originTooSlow } from './origin-too-slow.ts'
import { queryDropped } from './query-dropped.ts'
import { redirectedToOrigin } from './redirected-to-origin.ts'
import { viewerHostForwarded } from './viewer-host-forwarded.ts'

export const hintRules = [
  methodRefused,
  errorPageForAll,
  viewerHostForwarded,
  bucketGrantsNothing,
  folderWithoutIndex,
  bucketHidesMissing,
  redirectedToOrigin,
  authorizationDropped,
  originTooSlow,
  errorKept,
  cookieShared,
  corsHeaderMissing,
  minimumTtlWins,
  queryDropped,
  functionSkipped,
] as const satisfies readonly HintRule[]

export type HintId = (typeof hintRules)[number]['id']

/** The attempt that decided; a custom error page is fetched afterwards, and is not what went wrong. */
function lastAttempt(result: RequestResult): OriginAttempt | undefined {
  const { originRequests } = result
  const hasErrorPage = eventAt(result, 'custom-error-response') !== undefined
  const failed = originRequests.findLast(({ status, error }) => error !== undefined || (status ?? 0) >= 400)
  return hasErrorPage ? failed : originRequests.at(-1)
}

/** What is behind a trace, beyond what its steps say one by one; nothing where no behavior took the request. */
export function hintsFor({ document, distribution, request, result }: HintInput): Hint[] {
  const compiled = compileOnce(document, distribution)
  const behavior = compiled.behaviors.find(({ pattern }) => pattern === result.behavior)
  if (!behavior) return []
  const attempt = lastAttempt(result)
  const origin = attempt && compiled.origins.get(attempt.origin)
  const context = { document, distribution: compiled, request, result, behavior, attempt, origin }
  // First what the trace itself lacks, which is no cause of the viewer's.
  return [functionNotRun, ...hintRules].flatMap(({ id, docs, find }) => {
    const finding = find(context)
    return finding ? [{ id, docs, ...finding }] : []
  })
}
