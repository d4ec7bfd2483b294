/** From log files to a report: shares the work out, lets all shards learn together, and sums up what they come to. */
import type { FunctionRunner } from '#core/edge/runner.ts'
import type { LogSource } from '#core/replay/read/log-source.ts'
import { type CostOptions, estimateCost, functionRuns } from '#core/replay/report/cost.ts'
import { hitRatio } from '#core/replay/report/counts.ts'
import { keyFanOut } from '#core/replay/report/fan-out.ts'
import type { ReplayReport } from '#core/replay/report/report.ts'
import {
  byBehavior,
  byOrigin,
  byPop,
  byRule,
  byStatus,
  byTarget,
  byTime,
  latency,
  loggedLatency,
  neverHit,
  totalOf,
  trustIn,
} from '#core/replay/report/summarize.ts'
import { joinSummaries, type Summary } from '#core/replay/report/summary.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import { assumptionsOf } from './assumptions.ts'
import { CrossingError, whyNotShardable } from './border.ts'
import { type Change, withChange } from './change.ts'
import { conclude, joinEvidence, type Learned } from './learn.ts'
import type { LifetimeRule } from './lifetimes.ts'
import type { Invalidation } from './replay.ts'
import { type Shard, wholeLog } from './shard.ts'
import { type FileCount, type Progress, type ShardPort, type ShardResult, ShardRun } from './shard-run.ts'

/** What a shard in a worker is told besides what the door knows: the design, the files, the rules. */
export interface WorkerTask {
  readonly shard: Shard
  readonly change: Change | null
  readonly surveys: boolean
  readonly top: number
  readonly onProgress: (progress: Progress) => void
}

/** Workers for shards, which `app` and `cli` hand in. */
export interface Workers {
  /** Shards at most; the first runs in this thread. */
  readonly count: number
  start(task: WorkerTask): ShardPort
}

export interface RunOptions {
  readonly distribution: CompiledDistribution
  /** Made on the compiled design before it is replayed. */
  readonly change?: Change
  readonly sources: readonly LogSource[]
  readonly lifetimes?: readonly LifetimeRule[]
  readonly invalidations?: readonly Invalidation[]
  /** Field orders of logs without a header, in the order of trust: a person's, those of real-time log configurations. */
  readonly fieldOrders?: readonly (readonly string[])[]
  readonly runner?: FunctionRunner
  /** Learn lifetimes and sizes in a first pass, where every source can be read twice. On by default. */
  readonly learns?: boolean
  /** Lifetimes that an earlier run on the same log has learned. */
  readonly learned?: Learned | null
  readonly cost: CostOptions
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
  /** Lets others work in between; a worker listens for its cancellation here. */
  readonly giveWay?: () => Promise<void>
  /** Paths, misses and objects that the report names. */
  readonly top?: number
  /** Lines that are waited for to bring them into order. */
  readonly window?: number
  /** Rows that all shards together keep of a first pass; beyond them the log is read twice. */
  readonly mostKept?: number
  /** Without them everything runs in this thread. */
  readonly workers?: Workers
}

/** A replay that has come to its end. */
export interface Finished {
  readonly summary: Summary
  readonly files: readonly FileCount[]
  readonly learned: Learned | null
  readonly wasSurveyed: boolean
  /** Shards that the work was shared out to. */
  readonly shards: number
  /** Why it was not shared out, as a clause; null where it was, or where nobody asked for it. */
  readonly aloneBecause: string | null
}

const defaultTop = 20

/** Progress of all shards as one. */
function togetherOf(
  count: number,
  onProgress: (progress: Progress) => void,
): (index: number) => (progress: Progress) => void {
  const latest: Progress[] = []
  const sum = (of: (progress: Progress) => number) => latest.reduce((total, each) => total + of(each), 0)
  return (index) => (progress) => {
    latest[index] = progress
    onProgress({
      ...progress,
      done: Math.round(sum(({ done }) => done) / count),
      requests: sum(({ requests }) => requests),
    })
  }
}

/** Starts every shard: the first here, the others in workers. */
function startShards(options: RunOptions, count: number, surveys: boolean): ShardPort[] {
  const { distribution, change, workers, onProgress, top = defaultTop } = options
  const together = togetherOf(count, onProgress ?? (() => undefined))
  const others = Array.from({ length: count - 1 }, (_, index) =>
    workers?.start({
      shard: { index: index + 1, of: count },
      change: change ?? null,
      surveys,
      top,
      onProgress: together(index + 1),
    }),
  ).filter((port) => port !== undefined)
  const here = new ShardRun({
    ...options,
    distribution: change ? withChange(distribution, change) : distribution,
    shard: count === 1 ? wholeLog : { index: 0, of: count },
    surveys,
    top,
    onProgress: together(0),
  })
  return [here, ...others]
}

/** Waits for all; where one fails, the others are ended first. */
async function allOf<Value>(
  ports: readonly ShardPort[],
  pending: readonly Promise<Value>[],
): Promise<Value[]> {
  try {
    return await Promise.all(pending)
  } catch (error) {
    for (const port of ports) port.end()
    await Promise.allSettled(pending)
    throw error
  }
}

const examplesKept = 5

function joinFiles(parts: readonly (readonly FileCount[])[]): FileCount[] {
  const [first = []] = parts
  return first.map((file, index) => {
    const same = parts.flatMap((part) => part[index] ?? [])
    return {
      ...file,
      requests: same.reduce((sum, { requests }) => sum + requests, 0),
      unreadable: same.reduce((sum, { unreadable }) => sum + unreadable, 0),
      examples: same
        .flatMap(({ examples }) => examples)
        .sort((a, b) => a.line - b.line)
        .slice(0, examplesKept),
    }
  })
}

async function runShards(options: RunOptions, count: number, aloneBecause: string | null): Promise<Finished> {
  const surveys = options.learns !== false && options.sources.every(({ isRepeatable }) => isRepeatable)
  const ports = startShards(options, count, surveys)
  let learned = options.learned ?? null
  if (surveys) {
    const evidence = await allOf(
      ports,
      ports.map((port) => port.survey()),
    )
    learned = conclude(joinEvidence(evidence), options.distribution.behaviors)
  }
  const parts: ShardResult[] = await allOf(
    ports,
    ports.map((port) => port.serve(learned)),
  )
  for (const port of ports) port.end()
  return {
    summary: joinSummaries(
      parts.map(({ summary }) => summary),
      options.top ?? defaultTop,
    ),
    files: joinFiles(parts.map(({ files }) => files)),
    learned,
    wasSurveyed: surveys,
    shards: count,
    aloneBecause,
  }
}

function runAlone(options: RunOptions, aloneBecause: string): Promise<Finished> {
  const { onProgress } = options
  return runShards(
    {
      ...options,
      ...(onProgress && { onProgress: (progress) => onProgress({ ...progress, aloneBecause }) }),
    },
    1,
    aloneBecause,
  )
}

/**
 * Reads and serves everything, shared out where that gives the same result. Throws the signal's reason when it is aborted.
 */
export async function replayLogs(options: RunOptions): Promise<Finished> {
  const count = options.workers?.count ?? 1
  if (count <= 1) return runShards(options, 1, null)
  const reason = whyNotShardable(options.distribution)
  if (reason !== null) return runAlone(options, reason)
  try {
    return await runShards(options, count, null)
  } catch (error) {
    if (!(error instanceof CrossingError)) throw error
    return runAlone(options, error.message)
  }
}

/** {@link replayLogs}, summed up. */
export const runReplay = async (options: RunOptions): Promise<ReplayReport> =>
  toReport(await replayLogs(options), options)

/** Sums a finished replay up. */
export function toReport(finished: Finished, options: RunOptions): ReplayReport {
  const { summary, files, wasSurveyed } = finished
  const distribution = options.change
    ? withChange(options.distribution, options.change)
    : options.distribution
  const total = totalOf(summary)
  const behaviors = byBehavior(summary, distribution)
  const iso = (time: number) => (Number.isFinite(time) ? new Date(time).toISOString() : null)
  const learned = (finished.learned?.lifetimes ?? []).map(({ behavior: _, ...lifetime }) => lifetime)
  return {
    distribution: distribution.id,
    log: {
      files: files.map(({ name, ...counts }) => ({ file: name, ...counts })),
      requests: total.requests,
      unreadable: files.reduce((sum, { unreadable }) => sum + unreadable, 0),
      from: iso(summary.first),
      to: iso(summary.last),
      late: summary.late,
    },
    total: { ...total, hitRatio: hitRatio(total) },
    byBehavior: behaviors,
    byTarget: byTarget(summary, distribution),
    byOrigin: byOrigin(summary),
    byStatus: byStatus(summary),
    byRule: byRule(summary),
    byPop: byPop(summary),
    byTime: byTime(summary),
    latency: latency(summary),
    loggedLatency: loggedLatency(summary),
    trust: trustIn(summary, behaviors, total),
    topPaths: summary.topPaths,
    topMisses: summary.topMisses,
    objects: neverHit(summary),
    fanOut: keyFanOut(summary.keys, distribution),
    functions: functionRuns(summary),
    learned,
    assumptions: assumptionsOf(summary, {
      distribution,
      learned,
      rules: options.lifetimes ?? [],
      wasSurveyed,
      hasRunner: options.runner !== undefined,
      formats: new Set(files.map(({ format }) => format)),
    }),
    cost: estimateCost(summary, distribution, options.cost),
  }
}
