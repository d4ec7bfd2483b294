/** The pairs of viewers of core/trace/leaks.ts, sent to the paths that a log asks for most. */
import type { FunctionRunner } from '#core/edge/runner.ts'
import { matchesPattern } from '#core/http/path-pattern.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { OriginRule, ScriptedOrigins, ViewerRequest } from '#core/model/scenario.ts'
import type { ReplayReport } from '#core/replay/report/report.ts'
import type { LifetimeRule } from '#core/replay/serve/lifetimes.ts'
import { compileOnce } from '#core/trace/compile/compile-once.ts'
import { findLeaks, type Leak } from '#core/trace/leaks.ts'

const mostPaths = 200
const reads: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

export interface LogLeakOptions {
  readonly document: DesignDocument
  readonly distribution: LogicalId
  readonly report: Pick<ReplayReport, 'topPaths'>
  /** What origins are told to answer with; without a rule the behavior's default TTL decides. */
  readonly rules: readonly LifetimeRule[]
  readonly runner?: FunctionRunner
}

export async function leaksInLog(options: LogLeakOptions): Promise<Leak[]> {
  const { document, distribution, report, rules, runner } = options
  const { domainName, aliases, origins } = compileOnce(document, distribution)
  const host = aliases.find((alias) => !alias.includes('*')) ?? domainName
  const asked = report.topPaths.filter(({ method }) => reads.has(method)).slice(0, mostPaths)
  const requests = asked.map(({ method, path }): ViewerRequest => ({ method, url: `https://${host}${path}` }))
  const answers = asked.flatMap(({ path }): OriginRule[] => {
    const rule = rules.find(({ pattern }) => matchesPattern(pattern, path))
    return rule
      ? [{ match: { path: `*${path}` }, response: { headers: { 'Cache-Control': rule.cacheControl } } }]
      : []
  })
  const scripted: ScriptedOrigins = Object.fromEntries(
    [...origins.keys()].map((id) => [id, [...answers, { match: {}, response: { status: 200, body: 'ok' } }]]),
  )
  return findLeaks({ document, distribution, requests, origins: scripted, ...(runner && { runner }) })
}
