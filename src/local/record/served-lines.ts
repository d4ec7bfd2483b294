/** Requests one by one as text, each once its answer has come whole: only then is the size known of what came without one. */
import { Flow } from '#local/bytes/flow.ts'
import type { Told } from '#local/story.ts'
import type { Recorder, Write } from './recorder.ts'

type Log = Told['result']['log']

interface Waiting {
  readonly told: Told
  /** The size that the log knows of. */
  readonly known: number
}

const sizeOf = ({ answer }: Told): number => (answer?.encodedSize === null ? answer.body.size : 0)

function isUnderWay({ answer }: Told): boolean {
  const source = answer?.body.source
  return source instanceof Flow && source.state === 'flowing' && !source.isLengthKnown
}

export class ServedLines implements Recorder {
  private readonly write: Write
  private readonly textOf: (told: Told, log: Log) => string
  private waiting: Waiting[] = []

  constructor(write: Write, textOf: (told: Told, log: Log) => string) {
    this.write = write
    this.textOf = textOf
  }

  request(told: Told): void {
    const known = sizeOf(told)
    // The log is made now, with the sizes of now.
    void told.result.log
    this.waiting.push({ told, known })
    this.drain(({ told: one }) => !isUnderWay(one))
  }

  invalidation(): void {}

  /** Writes what still waits, as far as it came. */
  finish(): void {
    this.drain(() => true)
  }

  private drain(isReady: (one: Waiting) => boolean): void {
    const ready = this.waiting.filter(isReady)
    if (ready.length === 0) return
    this.waiting = this.waiting.filter((one) => !ready.includes(one))
    for (const { told, known } of ready) {
      const { log } = told.result
      const bytes = Number(log['sc-bytes']) + sizeOf(told) - known
      this.write(this.textOf(told, { ...log, 'sc-bytes': String(bytes) }))
    }
  }
}
