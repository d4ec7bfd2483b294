/**
 * Rows of a log on their way into time order. Files of a log overlap and their lines are only roughly sorted, so rows wait
 * here until enough later lines have come; memory is bounded by the window, not by the log.
 */

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

/** A row is short, since up to a million wait: first numbers of 64 bits, then of 32. */
const floatsInRow = 5
const integersInRow = 10
/** Where a row's numbers are in {@link LogWindow.floats}, from {@link LogWindow.floatsOf} on. */
export const float = {
  /** Bytes to the viewer as logged; -1 where the log has none. */
  bytes: 0,
  /** Bytes of a request with a body, as logged. */
  uploads: 1,
} as const
/** Where a row's numbers are in {@link LogWindow.integers}, from {@link LogWindow.integersOf} on. */
export const integer = {
  shape: 4,
  place: 5,
  answer: 6,
  /** What the row's shape knows too, but far away in memory. */
  path: 7,
  /** The logged status with the mark of a guess, and above {@link loggedShift} what CloudFront made of it, as logged. */
  flags: 8,
  /** Milliseconds to the first byte, as logged; -1 where the log has none. */
  milliseconds: 9,
} as const

/** Where the number of the logged result begins in a row's flags; it has four bits. */
export const loggedShift = 16
export const loggedMask = 15
/** The flag of a request of which fields were encrypted. */
export const encryptedFlag = 1 << 20

export class LogWindow {
  /** Milliseconds since the epoch, by row. */
  times: Float64Array
  /** Rows of one group may share an object. */
  groups: Uint32Array
  /** Everything else of the rows, twice: both look at the same memory. */
  floats: Float64Array
  integers: Int32Array
  count = 0
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
    const size = Math.min(capacity, 1 << 12)
    this.horizon = new Horizon(capacity)
    this.times = new Float64Array(size)
    this.groups = new Uint32Array(size)
    this.floats = new Float64Array(size * floatsInRow)
    this.integers = new Int32Array(this.floats.buffer)
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
    if (this.count === this.times.length) this.grow()
    const at = this.count
    this.count += 1
    this.times[at] = time
    if (time < this.lastTime) this.isSorted = false
    if (time < this.freeUntil) this.late += 1
    this.lastTime = time
    return at
  }

  floatsOf(row: number): number {
    return row * floatsInRow
  }

  integersOf(row: number): number {
    return row * integersInRow
  }

  /** No further line comes. */
  end(): void {
    this.free(Number.POSITIVE_INFINITY)
  }

  /** Drops the rows that were due and have been served; the others keep their order of arrival. */
  drop(): void {
    this.due = []
    let kept = 0
    this.isSorted = true
    this.lastTime = Number.NEGATIVE_INFINITY
    for (let at = 0; at < this.count; ) {
      // Whole runs of rows: where the log is in order there is only one.
      const from = at
      for (; at < this.count && this.isDue[at] === 0; at += 1) {
        const time = this.times[at] as number // below the count
        if (time < this.lastTime) this.isSorted = false
        this.lastTime = time
      }
      if (at > from) this.move(from, at, kept)
      kept += at - from
      while (at < this.count && this.isDue[at] === 1) at += 1
    }
    this.isDue.fill(0, 0, this.count)
    this.count = kept
  }

  private free(until: number): void {
    const order = new Uint32Array(this.count)
    let found = 0
    for (let at = 0; at < this.count; at += 1)
      if (this.isDue[at] === 0 && (this.times[at] as number) <= until) {
        this.isDue[at] = 1
        order[found] = at
        found += 1
      }
    const rows = order.subarray(0, found)
    if (!this.isSorted) sortByTime(rows, this.times)
    this.due.push({ rows, clock: this.freeUntil })
    this.freeUntil = until
  }

  private move(from: number, end: number, to: number): void {
    this.times.copyWithin(to, from, end)
    this.groups.copyWithin(to, from, end)
    this.floats.copyWithin(to * floatsInRow, from * floatsInRow, end * floatsInRow)
  }

  private grow(): void {
    const size = this.times.length * 2
    const floats = new Float64Array(size * floatsInRow)
    floats.set(this.floats)
    this.floats = floats
    this.integers = new Int32Array(floats.buffer)
    const times = new Float64Array(size)
    times.set(this.times)
    this.times = times
    const groups = new Uint32Array(size)
    groups.set(this.groups)
    this.groups = groups
    const isDue = new Uint8Array(size)
    isDue.set(this.isDue)
    this.isDue = isDue
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
