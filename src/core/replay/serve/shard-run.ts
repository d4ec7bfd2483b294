/** One shard of a replay at work: it reads every file, looks at its own lines and sums up what came of them. */
import type { FunctionRunner } from '#core/edge/runner.ts'
import type { LogFormat, UnreadableLine } from '#core/replay/read/log-reader.ts'
import { type LogSource, readSource } from '#core/replay/read/log-source.ts'
import { type Summary, summaryOf } from '#core/replay/report/summary.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
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
}

/** A shard in this thread. Throws the signal's reason when it is aborted. */
export class ShardRun implements ShardPort {
  private readonly options: ShardOptions
  private readonly replay: Replay
  private readonly ended = new AbortController()
  private readonly all: number
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
    const { sources, fieldOrders } = this.options
    const survey = new Survey(this.replay, this.options.window)
    let before = 0
    for (const source of sources) {
      const tally = await readSource(
        source,
        fieldOrders,
        survey.take,
        survey.share,
        async (stored, { requests }) => {
          survey.lookAtDue()
          await this.step('learning', source, stored, before + requests)
        },
      )
      before += tally.requests
      this.done += source.size ?? 0
    }
    return survey.end()
  }

  async serve(learned: Learned | null): Promise<ShardResult> {
    const { replay } = this
    const { sources, fieldOrders } = this.options
    replay.learn(learned)
    const files: FileCount[] = []
    for (const source of sources) {
      const tally = await readSource(source, fieldOrders, replay.take, replay.share, async (stored) => {
        await replay.serveDue(false, this.giveWay)
        await this.step('replaying', source, stored, replay.served)
      })
      const { name, format, lines, requests, unreadable, examples, damage } = tally
      files.push({ name, format, lines, requests, unreadable, examples, damage })
      this.done += source.size ?? 0
    }
    await replay.serveDue(true, this.giveWay)
    return { summary: summaryOf(replay, this.options.top), files }
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
