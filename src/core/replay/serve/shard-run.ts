/** One shard of a replay at work: it reads every file, looks at its own lines and sums up what came of them. */
import type { FunctionRunner } from '#core/edge/runner.ts'
import type { LogFormat, UnreadableLine } from '#core/replay/read/log-reader.ts'
import { type LogSource, readSource } from '#core/replay/read/log-source.ts'
import { type Summary, summaryOf } from '#core/replay/report/summary.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import type { Lineup } from './by-path.ts'
import type { Intake } from './intake.ts'
import { mostKeptRows } from './kept-rows.ts'
import type { Evidence, Learned } from './learn.ts'
import type { LifetimeRule } from './lifetimes.ts'
import { memoRunner } from './memo-runner.ts'
import { type Invalidation, Replay } from './replay.ts'
import type { Shard } from './shard.ts'
import { Survey } from './survey.ts'

export interface Progress {
  readonly phase: 'learning' | 'replaying'
  readonly file: string
  /** Bytes as stored, over all files and both passes. */
  readonly done: number
  /** 0 where it is not known. */
  readonly of: number
  readonly requests: number
  /** Why the work is not shared out although there are workers, as a clause. */
  readonly aloneBecause?: string
}

/** What is counted of one file. Plain data. */
export interface FileCount {
  readonly name: string
  readonly format: LogFormat
  readonly lines: number
  readonly requests: number
  readonly unreadable: number
  readonly examples: readonly UnreadableLine[]
  readonly damage: string | null
}

/** What a shard comes to. Plain data. */
export interface ShardResult {
  readonly summary: Summary
  readonly files: readonly FileCount[]
}

/** A shard wherever it runs: here, or in a worker. */
export interface ShardPort {
  /** Looks at the log once, for lifetimes and sizes. */
  survey(): Promise<Evidence>
  serve(learned: Learned | null): Promise<ShardResult>
  /** Ends it, whatever it is doing. */
  end(): void
}

export interface ShardOptions {
  readonly distribution: CompiledDistribution
  readonly sources: readonly LogSource[]
  readonly shard: Shard
  readonly lifetimes?: readonly LifetimeRule[]
  readonly invalidations?: readonly Invalidation[]
  /** Field orders of logs without a header, in the order of trust: a person's, those of real-time log configurations. */
  readonly fieldOrders?: readonly (readonly string[])[]
  readonly runner?: FunctionRunner
  /** A survey comes first, so that the serving is the second half of the work. */
  readonly surveys: boolean
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
  /** Lets others work in between; a worker listens for its cancellation here. */
  readonly giveWay?: () => Promise<void>
  /** Paths, misses and objects that are named. */
  readonly top: number
  /** Lines that are waited for to bring them into order. */
  readonly window?: number
  /** Rows that all shards together keep of the survey; beyond them the log is read twice. */
  readonly mostKept?: number
}

/** What a survey has kept for the serving. */
interface Kept {
  readonly lineups: Iterable<Lineup>
  readonly files: readonly FileCount[]
  readonly late: number
}

/** A shard in this thread. Throws the signal's reason when it is aborted. */
export class ShardRun implements ShardPort {
  private readonly options: ShardOptions
  private readonly replay: Replay
  private readonly ended = new AbortController()
  private readonly all: number
  private kept: Kept | null = null
  private done = 0
  private shownAt = 0

  constructor(options: ShardOptions) {
    const { sources, surveys } = options
    this.options = options
    this.all = sources.reduce((sum, { size }) => sum + (size ?? 0), 0) * (surveys ? 2 : 1)
    this.replay = new Replay({
      distribution: options.distribution,
      shard: options.shard,
      ...(options.window !== undefined && { window: options.window }),
      ...(options.lifetimes && { lifetimes: options.lifetimes }),
      ...(options.invalidations && { invalidations: options.invalidations }),
      ...(options.runner && { runner: memoRunner(options.runner) }),
    })
  }

  end(): void {
    this.ended.abort()
  }

  async survey(): Promise<Evidence> {
    const { window, mostKept = mostKeptRows, shard } = this.options
    const survey = new Survey(this.replay, mostKept / shard.of, window)
    const files = await this.read(survey.intake, async (source, stored, requests) => {
      survey.lookAtDue()
      await this.step('learning', source, stored, requests)
    })
    const evidence = survey.end()
    const lineups = survey.kept.take()
    this.kept = lineups && { lineups, files, late: survey.intake.window.late }
    return evidence
  }

  async serve(learned: Learned | null): Promise<ShardResult> {
    const { replay, kept } = this
    this.kept = null
    replay.learn(learned)
    const files = await (kept === null ? this.serveLog() : this.serveKept(kept))
    return { summary: summaryOf(replay, this.options.top), files }
  }

  private async serveLog(): Promise<FileCount[]> {
    const { replay } = this
    const files = await this.read(replay.intake, async (source, stored) => {
      await replay.serveDue(false, this.giveWay)
      await this.step('replaying', source, stored, replay.served)
    })
    await replay.serveDue(true, this.giveWay)
    return files
  }

  private async serveKept({ lineups, files, late }: Kept): Promise<readonly FileCount[]> {
    const { replay, all } = this
    const { sources } = this.options
    const requests = files.reduce((sum, file) => sum + file.requests, 0)
    await replay.serveKept(lineups, late, async () => {
      const [source] = sources.slice(-1)
      if (source) await this.step('replaying', source, ((all / 2) * replay.served) / requests, replay.served)
    })
    return files
  }

  /** Hands every line of the log on; `step` follows each portion. */
  private async read(
    { take, share }: Intake,
    step: (source: LogSource, stored: number, requests: number) => Promise<void>,
  ): Promise<FileCount[]> {
    const { sources, fieldOrders } = this.options
    const files: FileCount[] = []
    let before = 0
    for (const source of sources) {
      const tally = await readSource(source, fieldOrders, take, share, (stored, { requests }) =>
        step(source, stored, before + requests),
      )
      const { name, format, lines, requests, unreadable, examples, damage } = tally
      files.push({ name, format, lines, requests, unreadable, examples, damage })
      before += requests
      this.done += source.size ?? 0
    }
    return files
  }

  private readonly giveWay = async (): Promise<void> => {
    this.options.signal?.throwIfAborted()
    this.ended.signal.throwIfAborted()
    await this.options.giveWay?.()
  }

  private async step(
    phase: Progress['phase'],
    source: LogSource,
    stored: number,
    requests: number,
  ): Promise<void> {
    await this.giveWay()
    const { onProgress } = this.options
    const done = this.done + stored
    if (!onProgress || done - this.shownAt < this.all / 200) return
    this.shownAt = done
    onProgress({ phase, file: source.name, done, of: this.all, requests })
  }
}
