/** The clock of the caches: this machine's, moved on as somebody wishes, or one that stands until it is moved. */
export class Clock {
  private readonly start: number | null
  private moved = 0

  /** `standsAt` in milliseconds; the machine's time where absent. */
  constructor(standsAt: number | null = null) {
    this.start = standsAt
  }

  get now(): number {
    return (this.start ?? Date.now()) + this.moved
  }

  advance(seconds: number): void {
    this.moved += seconds * 1000
  }
}
