/** A log's requests replayed on both designs. */
import type { FunctionRunner } from '#core/edge/runner.ts'
import { moneyFacts } from '#core/money/facts.ts'
import type { LogSource } from '#core/replay/read/log-source.ts'
import { compareReports } from '#core/replay/report/compare.ts'
import { type RunOptions, replayLogs, toReport } from '#core/replay/serve/run.ts'
import type { SiteReport } from '#core/review/report.ts'
import type { Side } from '#core/review/side.ts'
import { replayThreads } from './replay-threads.ts'

/** Both designs see the same origins: what was learned of their lifetimes under the first holds for the second. */
export async function replayOnBoth(
  before: Side,
  after: Side,
  sources: readonly LogSource[],
  runner: FunctionRunner,
): Promise<SiteReport['log']> {
  const settings = ({ document, id, compiled }: Side): RunOptions => {
    const rules = { lifetimes: [], invalidations: [], fieldOrders: [] }
    const workers = replayThreads({ document, distribution: id, ...rules }, sources, undefined)
    return {
      distribution: compiled,
      sources,
      ...rules,
      runner,
      cost: { facts: moneyFacts(document, id) },
      ...(workers && { workers }),
    }
  }
  const [old, now] = [settings(before), settings(after)]
  const first = await replayLogs(old)
  const second = await replayLogs({ ...now, learned: first.learned, learns: false })
  const report = toReport(first, old)
  return {
    requests: report.log.requests,
    figures: compareReports(report, toReport(second, now)).totals.map(
      ({ what, before: had, after: has }) => ({ what, before: had, after: has }),
    ),
  }
}
