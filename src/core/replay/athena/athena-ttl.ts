/** Lifetimes in SQL, and what of a design SQL cannot do. */
import { parseCacheControl } from '#core/http/cache-control.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { LifetimeRule } from '#core/replay/serve/lifetimes.ts'
import type { CompiledBehavior, CompiledDistribution } from '#core/trace/compile/compiled.ts'
import { decideErrorTtl, decideTtl } from '#core/trace/engine/ttl.ts'
import { likePattern, sqlText } from './sql-text.ts'

export const rulesFirst = (rules: readonly LifetimeRule[] | undefined): readonly LifetimeRule[] => rules ?? []

/** Statuses of errors that CloudFront keeps without being asked. */
const keptErrors = [404, 414, 500, 501, 502, 503, 504]

/** The engine's own decision, as a number; 0 where nothing is kept. */
function seconds(behavior: CompiledBehavior, cacheControl: string | null, status: number): number {
  const headers = HeaderFields.from(cacheControl === null ? {} : { 'cache-control': cacheControl })
  const control = parseCacheControl(cacheControl)
  const decision =
    status < 400
      ? decideTtl(control, headers, status, behavior.ttl, 0, false)
      : decideErrorTtl(control, headers, status, behavior.ttl, 0, undefined)
  return decision.store ? decision.seconds : 0
}

/** Seconds of freshness for each request's answer. */
export function lifetimeSql(behaviors: readonly CompiledBehavior[], rules: readonly LifetimeRule[]): string {
  const cases = behaviors.flatMap((behavior, index) => {
    const when = (condition: string, cacheControl: string | null) => [
      `  WHEN behavior_number = ${index}${condition} AND sc_status IN (${keptErrors.join(', ')}) THEN ${seconds(behavior, cacheControl, 404)}`,
      `  WHEN behavior_number = ${index}${condition} AND sc_status >= 400 THEN ${seconds(behavior, cacheControl, 403)}`,
      `  WHEN behavior_number = ${index}${condition} THEN ${seconds(behavior, cacheControl, 200)}`,
    ]
    return [
      ...rules.flatMap(({ pattern, cacheControl }) =>
        when(` AND path ${likePattern(pattern)}`, cacheControl),
      ),
      ...when('', null),
    ]
  })
  return `CASE\n${cases.join('\n')}\n  ELSE 0\nEND`
}

/** Sentences about what the SQL does not do and the replay does. */
export function whatSqlLeavesOut(distribution: CompiledDistribution): string[] {
  const { behaviors, geo, staging, errorResponses } = distribution
  const withFunctions = behaviors.filter(({ functions }) => Object.keys(functions).length > 0)
  const named = (list: readonly CompiledBehavior[]) => list.map(({ pattern }) => sqlText(pattern)).join(', ')
  const inKey = new Set(['user-agent', 'referer', 'host'])
  const headers = behaviors.flatMap(({ key }) => key.headerNames.filter((name) => !inKey.has(name)))
  return [
    ...(withFunctions.length > 0 ? [`Left out: the edge functions of ${named(withFunctions)}.`] : []),
    ...(behaviors.some(({ signing }) => signing)
      ? ['Left out: signatures; every request counts as allowed.']
      : []),
    ...(geo.type === 'none'
      ? []
      : ['Left out: the geographic restriction, since standard logs hold no country.']),
    ...(staging ? ['Left out: the staging distribution.'] : []),
    ...(errorResponses.size > 0 ? ['Left out: custom error responses; errors keep for 10 seconds.'] : []),
    ...(headers.length > 0
      ? [`Left out of the cache key: ${[...new Set(headers)].join(', ')}, which standard logs do not hold.`]
      : []),
  ]
}
