/**
 * Rows of a log on their way into time order. Files of a log overlap and their lines are only roughly sorted, so rows wait
 * here until enough later ones have come; memory is bounded by the window, not by the log.
 */

/** Rows that are held back; half of them are released at a time. */
const defaultCapacity = 1 << 20

export class LogWindow {
  /** Milliseconds since the epoch. */
  times: Float64Array
  shapes: Uint32Array
  places: Uint16Array
  answers: Uint32Array
  /** The number of the path: what the row's shape knows too, but far away in memory. */
  paths: Uint32Array
  /** The logged status, with the mark of a guess. */
  statuses: Uint16Array
  /** Bytes to the viewer as logged; -1 where the log has none. */
  bytes: Float64Array
  /** Bytes of a request with a body, as logged. */
  uploads: Float64Array
  /** What CloudFront made of it, as logged. */
  logged: Uint8Array
  /** Seconds to the first byte, as logged; -1 where the log has none. */
  seconds: Float32Array
  count = 0
  private readonly capacity: number
  private isSorted = true
  private lastTime = Number.NEGATIVE_INFINITY
  /** The time up to which rows have been released. */
  private released = Number.NEGATIVE_INFINITY
  /** Rows that came after later ones had been released. */
  late = 0

  constructor(capacity = defaultCapacity) {
    this.capacity = capacity
    const size = Math.min(capacity, 1 << 12)
    this.times = new Float64Array(size)
    this.shapes = new Uint32Array(size)
    this.places = new Uint16Array(size)
    this.answers = new Uint32Array(size)
    this.paths = new Uint32Array(size)
    this.statuses = new Uint16Array(size)
    this.bytes = new Float64Array(size)
    this.uploads = new Float64Array(size)
    this.logged = new Uint8Array(size)
    this.seconds = new Float32Array(size)
  }

  get isFull(): boolean {
    return this.count >= this.capacity
  }

  /** The place of a new row; the caller fills its columns. */
  add(time: number): number {
    if (this.count === this.times.length) this.grow()
    const at = this.count
    this.count += 1
    this.times[at] = time
    if (time < this.lastTime) this.isSorted = false
    if (time < this.released) this.late += 1
    this.lastTime = time
    return at
  }

  /** Rows in the order of time, those of the same time as they came. All of them, or the earlier half. */
  order(all: boolean): Uint32Array {
    const { count, times } = this
    const order = new Uint32Array(count)
    for (let at = 0; at < count; at += 1) order[at] = at
    if (!this.isSorted) order.sort((a, b) => (times[a] as number) - (times[b] as number) || a - b) // rows below the count exist
    return all ? order : order.subarray(0, Math.ceil(count / 2))
  }

  /** Drops the rows of an order that have been served; the others keep their order of arrival. */
  release(served: Uint32Array): void {
    const last = served[served.length - 1]
    if (last === undefined) return
    this.released = this.times[last] ?? this.released
    const gone = new Uint8Array(this.count)
    for (const at of served) gone[at] = 1
    let kept = 0
    this.isSorted = true
    this.lastTime = Number.NEGATIVE_INFINITY
    for (let at = 0; at < this.count; at += 1)
      if (gone[at] === 0) {
        const time = this.times[at] as number // below the count
        if (time < this.lastTime) this.isSorted = false
        this.lastTime = time
        for (const column of this.columns()) column[kept] = column[at] as number // as above
        kept += 1
      }
    this.count = kept
  }

  private columns() {
    const { times, shapes, places, answers, paths, statuses, bytes, uploads, logged, seconds } = this
    return [times, shapes, places, answers, paths, statuses, bytes, uploads, logged, seconds]
  }

  private grow(): void {
    const size = this.times.length * 2
    const larger = <Column extends Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array>(
      column: Column,
      made: Column,
    ): Column => {
      made.set(column)
      return made
    }
    this.times = larger(this.times, new Float64Array(size))
    this.shapes = larger(this.shapes, new Uint32Array(size))
    this.places = larger(this.places, new Uint16Array(size))
    this.answers = larger(this.answers, new Uint32Array(size))
    this.paths = larger(this.paths, new Uint32Array(size))
    this.statuses = larger(this.statuses, new Uint16Array(size))
    this.bytes = larger(this.bytes, new Float64Array(size))
    this.uploads = larger(this.uploads, new Float64Array(size))
    this.logged = larger(this.logged, new Uint8Array(size))
    this.seconds = larger(this.seconds, new Float32Array(size))
  }
}
