/**
 * The rows of a first pass over a log, for the second: reading a line takes longer than serving it. Where there are more
 * than fit, none are kept, and the log is read twice.
 */
import type { Lineup } from './by-path.ts'

/** Rows that are kept by all shards together: a quarter of a gigabyte. */
export const mostKeptRows = 1 << 22

export class KeptRows {
  private lineups: Lineup[] | null = []
  private left: number

  constructor(most: number) {
    this.left = most
  }

  add(lineup: Lineup): void {
    this.left -= lineup.rows.count
    if (this.left < 0) this.lineups = null
    this.lineups?.push(lineup)
  }

  /** Everything as it was added, each part let go with the next; null where it was too much. */
  take(): Iterable<Lineup> | null {
    const { lineups } = this
    this.lineups = null
    return lineups && inTurn(lineups)
  }
}

function* inTurn(lineups: Lineup[]): Generator<Lineup> {
  for (let next = lineups.shift(); next !== undefined; next = lineups.shift()) yield next
}
