/** What all readers of logs share: where lines go, and an account of those that could not be read. */
import type { LogLine } from './log-line.ts'

/** Takes a line, or says in one sentence why it cannot be replayed. */
export type TakeLine = (line: LogLine) => string | null

/** What one shard takes of a log; lines of others are only passed by. */
export interface LogShare {
  /** False where every line is taken. */
  readonly isPartial: boolean
  /** Takes the lines of which nobody can tell a path. */
  readonly ownsPathless: boolean
  /** Looks at the column of the path only. */
  owns(line: LogLine): boolean
  /** A line goes by that is not handed on; its times are all that is looked at. */
  pass(line: LogLine): void
}

export const everything: LogShare = {
  isPartial: false,
  ownsPathless: true,
  owns: () => true,
  pass: () => undefined,
}

const notOurs = 'The line is another shard’s.'

/** Hands a line on if it is the share's. */
export function takeShare(take: TakeLine, tally: FileTally): TakeLine {
  const { share } = tally
  if (!share.isPartial) return take
  return (line) => {
    if (!tally.isOurs && !share.owns(line)) {
      share.pass(line)
      return notOurs
    }
    tally.isOurs = true
    const reason = take(line)
    if (reason === null) tally.isOurs = false
    return reason
  }
}

export interface LogReader {
  /** What the file turned out to be, for the report. */
  readonly format: LogFormat
  /** Reads bytes in any portions; whole lines are handed on at once. */
  push(bytes: Uint8Array): void
  /** Nothing of what may come is read any more: what came is no log, or more than is read as a whole. */
  readonly isOver?: boolean
  /** The file has ended. A format that is read from its end takes until then. */
  end(): void | Promise<void>
}

export type LogFormat =
  | 'standard log'
  | 'standard log (JSON)'
  | 'standard log (Parquet)'
  | 'real-time log'
  | 'HAR'
  | 'URL list'
  | 'not recognized'

export interface UnreadableLine {
  /** From 1. */
  readonly line: number
  readonly reason: string
  /** The beginning of the line. */
  readonly text: string
}

const examplesKept = 5
const decoder = new TextDecoder()

/** Counts the lines of one file: all of them, and of requests and unreadable lines those of a share. */
export class FileTally {
  readonly name: string
  readonly share: LogShare
  /** The path of the line that is being read has told that it is the share's. */
  isOurs = false
  format: LogFormat = 'not recognized'
  lines = 0
  requests = 0
  unreadable = 0
  /** Header and comment lines. */
  comments = 0
  readonly examples: UnreadableLine[] = []
  /** Why the file could not be read to its end; null where it was. */
  damage: string | null = null

  constructor(name: string, share: LogShare = everything) {
    this.name = name
    this.share = share
  }

  refuse(reason: string, text: Uint8Array | string): void {
    const isCounted = this.isOurs || (this.share.ownsPathless && reason !== notOurs)
    this.isOurs = false
    if (!isCounted) return
    this.unreadable += 1
    if (this.examples.length >= examplesKept) return
    const shown = typeof text === 'string' ? text : decoder.decode(text.subarray(0, 160))
    this.examples.push({
      line: this.lines,
      reason,
      text: shown.slice(0, 120).replaceAll(/[^\t\x20-\x7e\u00a0-\uffff]/g, '·'),
    })
  }
}
