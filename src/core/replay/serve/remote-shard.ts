/** A shard that runs in a worker: what both sides say to each other, whatever kind of worker it is. */
import { CrossingError } from './border.ts'
import type { Evidence, Learned } from './learn.ts'
import type { Progress, ShardPort, ShardResult } from './shard-run.ts'

/** What a worker is asked, one call after the other. Plain data. */
export type ShardCall =
  | { readonly kind: 'survey' }
  | { readonly kind: 'serve'; readonly learned: Learned | null }

/** What it tells. Plain data. */
export type ShardReply =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'surveyed'; readonly evidence: Evidence }
  | { readonly kind: 'served'; readonly result: ShardResult }
  /** The work cannot be shared out: see {@link CrossingError}. */
  | { readonly kind: 'crossed'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string }

/** A worker has died, or could not be started; the message is a sentence for people. */
export class WorkerError extends Error {}

/** What is needed of a worker. */
export interface ShardWorker {
  post(call: ShardCall): void
  terminate(): void
}

type Answer = Extract<ShardReply, { readonly kind: 'surveyed' | 'served' }>

/** The near side. Whoever started the worker hands its replies on, and says when it has died. */
export class RemoteShard implements ShardPort {
  private readonly worker: ShardWorker
  private readonly onProgress: (progress: Progress) => void
  private waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null
  private failure: Error | null = null

  constructor(worker: ShardWorker, onProgress: (progress: Progress) => void) {
    this.worker = worker
    this.onProgress = onProgress
  }

  async survey(): Promise<Evidence> {
    const answer = await this.ask({ kind: 'survey' })
    if (answer.kind !== 'surveyed') throw new Error('The worker answered another question.')
    return answer.evidence
  }

  async serve(learned: Learned | null): Promise<ShardResult> {
    const answer = await this.ask({ kind: 'serve', learned })
    if (answer.kind !== 'served') throw new Error('The worker answered another question.')
    return answer.result
  }

  end(): void {
    this.fail(new Error('The worker was ended.'))
  }

  take(reply: ShardReply): void {
    if (reply.kind === 'progress') this.onProgress(reply.progress)
    else if (reply.kind === 'crossed') this.fail(new CrossingError(reply.message))
    else if (reply.kind === 'failed') this.fail(new Error(reply.message))
    else {
      this.waiting?.resolve(reply)
      this.waiting = null
    }
  }

  /** The worker is of no more use; whoever waits for it hears why. */
  fail(error: Error): void {
    this.failure ??= error
    this.waiting?.reject(error)
    this.waiting = null
    this.worker.terminate()
  }

  private ask(call: ShardCall): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.failure) {
        reject(this.failure)
        return
      }
      this.waiting = { resolve, reject }
      this.worker.post(call)
    })
  }
}

/** The far side: answers one call by the shard that runs here. */
export async function answerCall(
  shard: ShardPort,
  call: ShardCall,
  reply: (reply: ShardReply) => void,
): Promise<void> {
  try {
    if (call.kind === 'survey') reply({ kind: 'surveyed', evidence: await shard.survey() })
    else reply({ kind: 'served', result: await shard.serve(call.learned) })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    reply({ kind: error instanceof CrossingError ? 'crossed' : 'failed', message })
  }
}

/** Bytes of text, as far as the stored size tells, from which workers are worth starting. */
const worthwhile = 16 * 1024 * 1024
/** How many times larger a gzipped log is unpacked, about. */
const unpackedTimes = 10

/** Shards for a log of these files: 1 where it is small, or where a file can be read only once. */
export function shardsFor(
  sources: readonly { readonly name: string; readonly size: number | null; readonly isRepeatable: boolean }[],
  most: number,
): number {
  if (!sources.every(({ isRepeatable }) => isRepeatable)) return 1
  const bytes = sources.reduce(
    (sum, { name, size }) => sum + (size ?? 0) * (name.endsWith('.gz') ? unpackedTimes : 1),
    0,
  )
  return bytes < worthwhile ? 1 : Math.max(1, most)
}
