/** Lines of a log as rows of numbers: what of them a replay looks at, without a string or an object for any. */

/** A row is short, since millions are held: first numbers of 64 bits, then of 32. */
const floatsInRow = 6
const integersInRow = floatsInRow * 2
/** Where a row's numbers are in {@link Rows.floats}, from {@link Rows.floatsOf} on. */
export const float = {
  /** Bytes to the viewer as logged; -1 where the log has none. */
  bytes: 0,
  /** Bytes of a request with a body, as logged. */
  uploads: 1,
  /** What the line tells of the whole object's size; see {@link measuredOf}. */
  measured: 2,
} as const
/** Where a row's numbers are in {@link Rows.integers}, from {@link Rows.integersOf} on. */
export const integer = {
  shape: 6,
  place: 7,
  /** The kind of the origin's answer. */
  kind: 8,
  /** What the row's shape knows too, but far away in memory. */
  path: 9,
  /** The logged status with the mark of a guess, and above {@link loggedShift} what CloudFront made of it, as logged. */
  flags: 10,
  /** Milliseconds to the first byte, as logged; -1 where the log has none. */
  milliseconds: 11,
} as const

/** Where the number of the logged result begins in a row's flags; it has four bits. */
export const loggedShift = 16
export const loggedMask = 15
/** The flag of a request of which fields were encrypted. */
export const encryptedFlag = 1 << 20

export class Rows {
  /** Milliseconds since the epoch, by row. */
  times: Float64Array
  /** Rows of one group may share an object. */
  groups: Uint32Array
  /** Everything else of the rows, twice: both look at the same memory. */
  floats: Float64Array
  integers: Int32Array
  count = 0

  constructor(size: number) {
    this.times = new Float64Array(size)
    this.groups = new Uint32Array(size)
    this.floats = new Float64Array(size * floatsInRow)
    this.integers = new Int32Array(this.floats.buffer)
  }

  /** Rows for which there is room. */
  get size(): number {
    return this.times.length
  }

  /** The place of a new row; the caller fills its columns. */
  add(time: number): number {
    if (this.count === this.times.length) this.grow()
    const at = this.count
    this.times[at] = time
    this.count += 1
    return at
  }

  floatsOf(row: number): number {
    return row * floatsInRow
  }

  integersOf(row: number): number {
    return row * integersInRow
  }

  /** Moves the rows between two places to the front. */
  move(from: number, end: number, to: number): void {
    this.times.copyWithin(to, from, end)
    this.groups.copyWithin(to, from, end)
    this.floats.copyWithin(to * floatsInRow, from * floatsInRow, end * floatsInRow)
  }

  /** These rows alone, in this order. */
  pick(order: Uint32Array): Rows {
    const picked = new Rows(order.length)
    const { times, groups, floats } = picked
    let to = 0
    for (let at = 0; at < order.length; at += 1) {
      const row = order[at] as number // below the length; the rows are below the count, as below
      times[at] = this.times[row] as number
      groups[at] = this.groups[row] as number
      const from = row * floatsInRow
      for (let number = 0; number < floatsInRow; number += 1)
        floats[to + number] = this.floats[from + number] as number
      to += floatsInRow
    }
    picked.count = order.length
    return picked
  }

  private grow(): void {
    const before = { times: this.times, groups: this.groups, floats: this.floats }
    const size = before.times.length * 2
    this.times = new Float64Array(size)
    this.times.set(before.times)
    this.groups = new Uint32Array(size)
    this.groups.set(before.groups)
    this.floats = new Float64Array(size * floatsInRow)
    this.floats.set(before.floats)
    this.integers = new Int32Array(this.floats.buffer)
  }
}
