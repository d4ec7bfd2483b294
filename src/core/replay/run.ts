/** From log files to a report: reads them, twice where that helps, replays what they hold and sums it up. */
import type { FunctionRunner } from '#core/edge/runner.ts'
import type { CompiledDistribution } from '#core/trace/compiled.ts'
import { assumptionsOf } from './assumptions.ts'
import { type CostOptions, estimateCost, functionRuns } from './cost.ts'
import { keyFanOut } from './fan-out.ts'
import type { LearnedLifetimes } from './learn.ts'
import type { LifetimeRule } from './lifetimes.ts'
import { FileTally, type TakeLine } from './log-reader.ts'
import { memoRunner } from './memo-runner.ts'
import { AnyLogReader } from './recognize.ts'
import { type Invalidation, Replay } from './replay.ts'
import { hitRatio, type ReplayReport } from './report.ts'
import {
  byBehavior,
  byOrigin,
  byPop,
  byStatus,
  byTarget,
  byTime,
  latency,
  loggedLatency,
  neverHit,
  topMisses,
  topPaths,
  totalOf,
  trustIn,
} from './summarize.ts'
import { Survey } from './survey.ts'

/** A log file behind a door of its own: the file system, or a file dropped on the page. */
export interface LogSource {
  readonly name: string
  /** Bytes as stored; null where not known. */
  readonly size: number | null
  /** Whether it can be opened again. */
  readonly isRepeatable: boolean
  /** Portions of the unpacked text. Throws a LogFileError where the file is damaged. */
  open(progress: (storedBytes: number) => void): AsyncIterable<Uint8Array>
}

/** A file that cannot be read to its end; the message is a sentence for people. */
export class LogFileError extends Error {}

export interface Progress {
  readonly phase: 'learning' | 'replaying'
  readonly file: string
  /** Bytes as stored, over all files and both passes. */
  readonly done: number
  /** 0 where it is not known. */
  readonly of: number
  readonly requests: number
}

export interface RunOptions {
  readonly distribution: CompiledDistribution
  readonly sources: readonly LogSource[]
  readonly lifetimes?: readonly LifetimeRule[]
  readonly invalidations?: readonly Invalidation[]
  /** Field orders of logs without a header, in the order of trust: a person's, those of real-time log configurations. */
  readonly fieldOrders?: readonly (readonly string[])[]
  readonly runner?: FunctionRunner
  /** Learn lifetimes and sizes in a first pass, where every source can be read twice. On by default. */
  readonly learns?: boolean
  /** Lifetimes that an earlier run on the same log has learned. */
  readonly learned?: LearnedLifetimes | null
  readonly cost: CostOptions
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
  /** Lets others work in between; a worker listens for its cancellation here. */
  readonly giveWay?: () => Promise<void>
  /** Paths, misses and objects that the report names. */
  readonly top?: number
}

/** Bytes of one portion that is read at once: small enough that a cancellation is soon noticed. */
const portion = 1 << 18

async function readSource(
  source: LogSource,
  take: TakeLine,
  tally: FileTally,
  fieldOrders: RunOptions['fieldOrders'],
  step: (stored: number) => Promise<void>,
): Promise<void> {
  const reader = new AnyLogReader(take, tally, fieldOrders)
  let stored = 0
  try {
    for await (const bytes of source.open((count) => {
      stored = count
    }))
      for (let at = 0; at < bytes.length; at += portion) {
        reader.push(bytes.subarray(at, at + portion))
        await step(stored)
      }
  } catch (error) {
    if (!(error instanceof LogFileError)) throw error
    tally.damage = error.message
  }
  const { damage } = tally
  reader.end()
  if (damage !== null) tally.damage = damage
}

/** A replay that has come to its end, for those who look further into it than the report does. */
export interface Finished {
  readonly replay: Replay
  readonly tallies: readonly FileTally[]
  readonly wasSurveyed: boolean
}

/** Reads and serves everything. Throws the signal's reason when it is aborted. */
export async function replayLogs(options: RunOptions): Promise<Finished> {
  const { sources, signal, onProgress } = options
  const replay = new Replay({
    distribution: options.distribution,
    ...(options.lifetimes && { lifetimes: options.lifetimes }),
    ...(options.invalidations && { invalidations: options.invalidations }),
    ...(options.runner && { runner: memoRunner(options.runner) }),
  })
  if (options.learned !== undefined) replay.learn(options.learned)
  const surveys = options.learns !== false && sources.every(({ isRepeatable }) => isRepeatable)
  const sizes = sources.map(({ size }) => size ?? 0)
  const all = sizes.reduce((sum, size) => sum + size, 0) * (surveys ? 2 : 1)
  let done = 0
  let shownAt = 0
  const stepFor =
    (phase: Progress['phase'], file: string, requests: () => number, each?: () => Promise<void>) =>
    async (stored: number) => {
      signal?.throwIfAborted()
      await each?.()
      await options.giveWay?.()
      if (!onProgress || done + stored - shownAt < all / 200) return
      shownAt = done + stored
      onProgress({ phase, file, done: done + stored, of: all, requests: requests() })
    }
  const giveWay = async () => {
    signal?.throwIfAborted()
    await options.giveWay?.()
  }
  if (surveys) {
    const survey = new Survey(replay)
    for (const [index, source] of sources.entries()) {
      const tally = new FileTally(source.name)
      await readSource(
        source,
        survey.take,
        tally,
        options.fieldOrders,
        stepFor('learning', source.name, () => tally.requests),
      )
      done += sizes[index] ?? 0
    }
    survey.end()
  }
  const tallies: FileTally[] = []
  for (const [index, source] of sources.entries()) {
    const tally = new FileTally(source.name)
    tallies.push(tally)
    const step = stepFor(
      'replaying',
      source.name,
      () => replay.served,
      () => replay.serveDue(false, giveWay),
    )
    await readSource(source, replay.take, tally, options.fieldOrders, step)
    done += sizes[index] ?? 0
  }
  await replay.serveDue(true, giveWay)
  return { replay, tallies, wasSurveyed: surveys }
}

/** {@link replayLogs}, summed up. */
export const runReplay = async (options: RunOptions): Promise<ReplayReport> =>
  toReport(await replayLogs(options), options)

/** Sums a finished replay up. */
export function toReport({ replay, tallies, wasSurveyed }: Finished, options: RunOptions): ReplayReport {
  const { top = 20 } = options
  const total = totalOf(replay)
  const behaviors = byBehavior(replay)
  const iso = (time: number) => (Number.isFinite(time) ? new Date(time).toISOString() : null)
  return {
    distribution: replay.distribution.id,
    log: {
      files: tallies.map(({ name, format, lines, requests, unreadable, examples, damage }) => ({
        file: name,
        format,
        lines,
        requests,
        unreadable,
        examples,
        damage,
      })),
      requests: total.requests,
      unreadable: tallies.reduce((sum, { unreadable }) => sum + unreadable, 0),
      from: iso(replay.first),
      to: iso(replay.last),
      late: replay.window.late,
    },
    total: { ...total, hitRatio: hitRatio(total) },
    byBehavior: behaviors,
    byTarget: byTarget(replay),
    byOrigin: byOrigin(replay),
    byStatus: byStatus(replay),
    byPop: byPop(replay),
    byTime: byTime(replay),
    latency: latency(replay),
    loggedLatency: loggedLatency(replay),
    trust: trustIn(replay, behaviors, total),
    topPaths: topPaths(replay, top),
    topMisses: topMisses(replay, top),
    objects: neverHit(replay, top),
    fanOut: keyFanOut(replay),
    functions: functionRuns(replay),
    learned: replay.learned?.list ?? [],
    assumptions: assumptionsOf(replay, {
      rules: options.lifetimes ?? [],
      wasSurveyed,
      hasRunner: options.runner !== undefined,
      formats: new Set(tallies.map(({ format }) => format)),
    }),
    cost: estimateCost(replay, options.cost),
  }
}
