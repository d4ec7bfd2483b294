/** What all readers of logs share: where lines go, and an account of those that could not be read. */
import type { LogLine } from './log-line.ts'

/** Takes a line, or says in one sentence why it cannot be replayed. */
export type TakeLine = (line: LogLine) => string | null

export interface LogReader {
  /** What the file turned out to be, for the report. */
  readonly format: LogFormat
  /** Reads bytes in any portions; whole lines are handed on at once. */
  push(bytes: Uint8Array): void
  /** The file has ended. */
  end(): void
}

export type LogFormat =
  | 'standard log'
  | 'standard log (JSON)'
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

/** Counts the lines of one file. */
export class FileTally {
  readonly name: string
  format: LogFormat = 'not recognized'
  lines = 0
  requests = 0
  unreadable = 0
  /** Header and comment lines. */
  comments = 0
  readonly examples: UnreadableLine[] = []
  /** Why the file could not be read to its end; null where it was. */
  damage: string | null = null

  constructor(name: string) {
    this.name = name
  }

  refuse(reason: string, text: Uint8Array | string): void {
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
