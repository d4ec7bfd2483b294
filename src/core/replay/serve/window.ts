/**
 * Rows of a log on their way into time order. Files of a log overlap and their lines are only roughly sorted, so rows wait
 * here until enough later lines have come; memory is bounded by the window, not by the log.
 */
import { Rows } from './rows.ts'

/** Lines that are waited for; the earlier half of them is set free at a time. */
const defaultCapacity = 1 << 20

/** Rows to be served, in the order of time, those of the same time as they came. */
export interface DueRows {
  readonly rows: Uint32Array
  /** Milliseconds: how far earlier rows, of any shard, had brought the clock. */
  readonly clock: number
}

/**
 * The times of the lines in the window, also of lines that other shards serve: what is set free when is thereby the same
 * however many shards there are.
 */
class Horizon {
  private times: Float64Array
  private count = 0
  private isSorted = true
  private readonly capacity: number

  constructor(capacity: number) {
    this.capacity = capacity
    this.times = new Float64Array(Math.min(capacity, 1 << 12))
  }

  get isFull(): boolean {
    return this.count >= this.capacity
  }

  add(time: number): void {
    if (this.count === this.times.length) {
      const larger = new Float64Array(Math.min(this.capacity, this.times.length * 2))
      larger.set(this.times)
      this.times = larger
    }
    if (this.count > 0 && time < (this.times[this.count - 1] as number)) this.isSorted = false // below the count
    this.times[this.count] = time
    this.count += 1
  }

  /** The time up to which lines are set free: half of them at least. Forgets those. */
  halve(): number {
    const held = this.times.subarray(0, this.count)
    if (!this.isSorted) held.sort()
    const until = held[Math.ceil(this.count / 2) - 1] ?? Number.NEGATIVE_INFINITY
    let first = Math.ceil(this.count / 2)
    while (first < this.count && held[first] === until) first += 1
    this.times.copyWithin(0, first, this.count)
    this.count -= first
    this.isSorted = true
    return until
  }
}

/** Rows that have been taken out of the window. */
export interface Batch {
  readonly rows: Rows
  /** In the order of time, those of the same time as they came. */
  readonly order: Uint32Array
  readonly clock: number
}

const smallest = 1 << 12

export class LogWindow {
  rows: Rows
  /** What is set free and not yet dropped. */
  due: DueRows[] = []
  /** Rows that came after later ones had been set free. */
  late = 0
  private isDue: Uint8Array
  private readonly horizon: Horizon
  private isSorted = true
  private lastTime = Number.NEGATIVE_INFINITY
  /** The time up to which rows have been set free. */
  private freeUntil = Number.NEGATIVE_INFINITY

  constructor(capacity = defaultCapacity) {
    const size = Math.min(capacity, smallest)
    this.horizon = new Horizon(capacity)
    this.rows = new Rows(size)
    this.isDue = new Uint8Array(size)
  }

  /** A line goes by of which no row is made: it is another shard's, or cannot be replayed. */
  pass(time: number): void {
    if (this.horizon.isFull) this.free(this.horizon.halve())
    this.horizon.add(time)
  }

  /** The place of a new row; the caller fills its columns. */
  add(time: number): number {
    this.pass(time)
    if (time < this.lastTime) this.isSorted = false
    if (time < this.freeUntil) this.late += 1
    this.lastTime = time
    return this.rows.add(time)
  }

  /** No further line comes. */
  end(): void {
    this.free(Number.POSITIVE_INFINITY)
  }

  /** The rows that are left keep their order of arrival. */
  private drop(): void {
    const { rows } = this
    this.makeRoom()
    this.due = []
    let kept = 0
    this.isSorted = true
    this.lastTime = Number.NEGATIVE_INFINITY
    for (let at = 0; at < rows.count; ) {
      // Whole runs of rows: where the log is in order there is only one.
      const from = at
      for (; at < rows.count && this.isDue[at] === 0; at += 1) {
        const time = rows.times[at] as number // below the count
        if (time < this.lastTime) this.isSorted = false
        this.lastTime = time
      }
      if (at > from) rows.move(from, at, kept)
      kept += at - from
      while (at < rows.count && this.isDue[at] === 1) at += 1
    }
    this.isDue.fill(0, 0, rows.count)
    rows.count = kept
  }

  /** Lets go of the rows that are due, to somebody who serves or keeps them. */
  handOver(): Batch[] {
    const { due, rows } = this
    if (due.length === 0) return []
    const [only] = due
    if (only === undefined || due.length > 1 || only.rows.length < rows.count) {
      const batches = due.map(({ rows: order, clock }) => ({
        rows: rows.pick(order),
        order: Uint32Array.from(order, (_, at) => at),
        clock,
      }))
      this.drop()
      return batches
    }
    this.isDue.fill(0)
    this.rows = new Rows(smallest)
    this.drop()
    return [{ rows, order: only.rows, clock: only.clock }]
  }

  /** Every row has a mark of whether it is due. */
  private makeRoom(): void {
    if (this.isDue.length >= this.rows.count) return
    const isDue = new Uint8Array(this.rows.size)
    isDue.set(this.isDue)
    this.isDue = isDue
  }

  private free(until: number): void {
    const { times, count } = this.rows
    this.makeRoom()
    const order = new Uint32Array(count)
    let found = 0
    for (let at = 0; at < count; at += 1)
      if (this.isDue[at] === 0 && (times[at] as number) <= until) {
        this.isDue[at] = 1
        order[found] = at
        found += 1
      }
    const rows = order.subarray(0, found)
    if (!this.isSorted) sortByTime(rows, times)
    this.due.push({ rows, clock: this.freeUntil })
    this.freeUntil = until
  }
}

/** Numbers of rows and milliseconds that fit together into one number. */
const rowLimit = 2 ** 21
const spanLimit = 2 ** 32

/** Sorts numbers of rows by time, then number. A sort of numbers takes a tenth of one that asks a function. */
function sortByTime(rows: Uint32Array, times: Float64Array): void {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  let isWhole = times.length <= rowLimit
  for (const row of rows) {
    const time = times[row] as number // rows below the count
    if (time < least) least = time
    if (time > most) most = time
    if (!Number.isInteger(time)) isWhole = false
  }
  if (!isWhole || most - least >= spanLimit) {
    rows.sort((a, b) => (times[a] as number) - (times[b] as number) || a - b) // as above
    return
  }
  const packed = Float64Array.from(rows, (row) => ((times[row] as number) - least) * rowLimit + row)
  packed.sort()
  packed.forEach((value, at) => {
    rows[at] = value % rowLimit
  })
}
