/** What a replay counts as it goes, by the numbers of outcomes, places, paths and cache keys. */
import { Counter } from './counter.ts'

/** `x-edge-result-type` as logged, by number. */
export const loggedResults = [
  'not logged',
  'Hit',
  'RefreshHit',
  'Miss',
  'Error',
  'Redirect',
  'LimitExceeded',
  'CapacityExceeded',
  'generated',
  'other',
] as const

/** Reasons for which the origin is asked, plus “none”. */
export const reasonCount = 9

/** Counted in a cell of an outcome and a place. */
export const placeCounts = {
  requests: 0,
  bytes: 1,
  uploads: 2,
  originBytes: 3,
  encrypted: 4,
  width: 5,
} as const
/** Counted in a cell of an outcome and a logged result. */
export const loggedCounts = { requests: 0, milliseconds: 1, timed: 2, width: 3 } as const

/** Counted in a cell of a path or a cache key. */
export const objectCounts = { requests: 0, bytes: 1, hits: 2, width: 4 } as const

function addTo(counter: Counter, number: number, bytes: number, isHit: boolean): void {
  const cell = number * objectCounts.width
  counter.add(cell, 1)
  counter.add(cell + objectCounts.bytes, bytes)
  if (isHit) counter.add(cell + objectCounts.hits, 1)
}

/** What happened in one minute. */
export interface Minute {
  /** Milliseconds since the epoch at its beginning. */
  readonly start: number
  readonly byOutcome: readonly (readonly [outcome: number, requests: number, bytes: number])[]
}

export interface Served {
  outcome: number
  reason: number
  place: number
  path: number
  /** -1 where no cache key was made. */
  key: number
  isFromCache: boolean
  bytes: number
  uploads: number
  originBytes: number
  isEncrypted: boolean
  logged: number
  /** To the first byte; -1 where the log has none. */
  milliseconds: number
}

const minuteLength = 60_000

export class Tallies {
  /** By outcome. */
  readonly places: Counter[] = []
  readonly logged: Counter[] = []
  readonly minutes: Minute[] = []
  readonly paths = new Counter()
  readonly pathMisses = new Counter()
  readonly keys = new Counter()
  private readonly byMinute = new Map<number, Counter>()
  private minute = Number.NEGATIVE_INFINITY
  /** Requests and bytes by outcome, of that minute. */
  private inMinute = new Counter()

  add(time: number, served: Served): void {
    const { outcome, place, path, key, bytes } = served
    if (time >= this.minute + minuteLength || time < this.minute) this.startMinute(time)
    this.inMinute.add(outcome * 2, 1)
    this.inMinute.add(outcome * 2 + 1, bytes)
    const places = this.places[outcome] ?? this.newOutcome(outcome)
    const cell = place * placeCounts.width
    places.add(cell, 1)
    places.add(cell + placeCounts.bytes, bytes)
    if (served.uploads > 0) places.add(cell + placeCounts.uploads, served.uploads)
    if (served.originBytes > 0) places.add(cell + placeCounts.originBytes, served.originBytes)
    if (served.isEncrypted) places.add(cell + placeCounts.encrypted, 1)
    const logged = this.logged[outcome] as Counter // made together with the places
    const loggedCell = served.logged * loggedCounts.width
    logged.add(loggedCell, 1)
    if (served.milliseconds >= 0) {
      // Sums of whole numbers are the same in whatever order they are made.
      logged.add(loggedCell + loggedCounts.milliseconds, served.milliseconds)
      logged.add(loggedCell + loggedCounts.timed, 1)
    }
    addTo(this.paths, path, bytes, served.isFromCache)
    if (served.reason > 0) this.pathMisses.add(path * reasonCount + served.reason, 1)
    if (key >= 0) addTo(this.keys, key, bytes, served.isFromCache)
  }

  /** Lays the minutes out in order. */
  end(): void {
    for (const start of [...this.byMinute.keys()].sort((a, b) => a - b)) {
      const counts = this.byMinute.get(start)
      const byOutcome: [number, number, number][] = []
      for (let outcome = 0; outcome < this.places.length; outcome += 1) {
        const requests = counts?.get(outcome * 2) ?? 0
        if (requests > 0) byOutcome.push([outcome, requests, counts?.get(outcome * 2 + 1) ?? 0])
      }
      this.minutes.push({ start, byOutcome })
    }
    this.byMinute.clear()
  }

  private newOutcome(outcome: number): Counter {
    const places = new Counter()
    this.places[outcome] = places
    this.logged[outcome] = new Counter()
    return places
  }

  private startMinute(time: number): void {
    this.minute = Math.floor(time / minuteLength) * minuteLength
    this.inMinute = this.byMinute.get(this.minute) ?? new Counter()
    this.byMinute.set(this.minute, this.inMinute)
  }
}
