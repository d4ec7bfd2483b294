/**
 * A body on its way: one producer, any number of readers, each at its own pace. What every reader has passed is let go, and
 * the producer rests while too much lies here unread, unless the body is kept: then it is whole in memory, which whoever
 * keeps it has to bound.
 */
import type { BodySource } from '#core/http/body.ts'

/** The producer, as a flow holds it back. */
export interface Tap {
  pause(): void
  resume(): void
  /** Nobody reads any more. */
  abort(): void
}

/** Bytes that may lie here unread before the producer has to rest. */
const highWater = 256 * 1024
/** A body of up to so many bytes is put into one piece once it has come whole. */
const onePiece = 1024 * 1024

const noTap: Tap = { pause() {}, resume() {}, abort() {} }

export class Flow implements BodySource {
  /** Bytes that were announced; null where the sender does not say. */
  readonly length: number | null
  /** Bytes that have come so far. */
  received = 0
  state: 'flowing' | 'ended' | 'broken' = 'flowing'
  isKept = false
  /** Names and values in turn. */
  trailers: readonly string[] = []
  private chunks: Uint8Array[] = []
  /** How many chunks before `chunks` were let go, and their bytes. */
  private gone = 0
  private goneBytes = 0
  private readonly readers = new Set<FlowReader>()
  private readonly tap: Tap
  private isResting = false
  private growth: ((flow: Flow) => void) | null = null

  constructor(length: number | null, tap: Tap = noTap) {
    this.length = length
    this.tap = tap
  }

  /** A body that is here already. */
  static of(bytes: Uint8Array): Flow {
    const flow = new Flow(bytes.length)
    if (bytes.length > 0) flow.push(bytes)
    flow.isKept = true
    flow.end()
    return flow
  }

  get isLengthKnown(): boolean {
    return this.length !== null || this.state === 'ended'
  }

  /** Bytes as far as they are known: what was announced, else what has come. */
  get size(): number {
    return this.length ?? this.received
  }

  /** True once a reader can begin no more, since the beginning was let go. */
  get isSpent(): boolean {
    return this.gone > 0
  }

  /** Keeps everything from now on. `onChange` is told of bytes that were not announced, and when the body breaks. */
  keep(onChange: ((flow: Flow) => void) | null = null): void {
    this.isKept = true
    this.growth = onChange
    this.goOn()
    if (this.state === 'broken') onChange?.(this)
  }

  /** Keeps what has come no longer than the readers that there are need it; one that has come whole stays as it is. */
  release(): void {
    if (this.state === 'ended') return
    this.isKept = false
    this.growth = null
    this.letGo()
    if (this.readers.size === 0) this.drop()
  }

  /** Nobody wants it: the producer may stop. A kept one goes on. */
  drop(): void {
    if (this.isKept || this.readers.size > 0 || this.state !== 'flowing') return
    this.chunks = []
    this.tap.abort()
  }

  push(chunk: Uint8Array): void {
    if (this.state !== 'flowing') return
    this.chunks.push(chunk)
    this.received += chunk.length
    if (this.length === null) this.growth?.(this)
    if (!this.isKept && this.received - this.goneBytes > highWater && !this.isResting) {
      this.isResting = true
      this.tap.pause()
    }
    for (const reader of this.readers) reader.wake()
  }

  end(trailers: readonly string[] = []): void {
    if (this.state !== 'flowing') return
    this.state = this.length !== null && this.received !== this.length ? 'broken' : 'ended'
    this.trailers = trailers
    if (this.state === 'broken') this.growth?.(this)
    for (const reader of this.readers) reader.wake()
  }

  break(): void {
    if (this.state !== 'flowing') return
    this.state = 'broken'
    this.growth?.(this)
    for (const reader of this.readers) reader.wake()
  }

  /** Everything in one piece, where it has come and can be; a fast way past the readers. */
  get whole(): Uint8Array | null {
    if (this.state !== 'ended' || this.gone > 0) return null
    if (this.chunks.length > 1) {
      // Once nobody is between two pieces.
      if (!this.isKept || this.readers.size > 0 || this.received > onePiece) return null
      this.chunks = [Buffer.concat(this.chunks)]
    }
    return this.chunks[0] ?? empty
  }

  /** Reads from the beginning; `wake` is called when there is more after `take` gave nothing. */
  read(wake: () => void): FlowReader {
    if (this.gone > 0) throw new Error('The beginning of this body has been let go.')
    const reader = new FlowReader(this, wake)
    this.readers.add(reader)
    return reader
  }

  chunkAt(index: number): Uint8Array | undefined {
    return this.chunks[index - this.gone]
  }

  leave(reader: FlowReader): void {
    this.readers.delete(reader)
    if (this.readers.size === 0) this.drop()
    else this.letGo()
  }

  /** Lets go what every reader has passed. */
  letGo(): void {
    if (this.isKept || this.readers.size === 0) return
    let least = Number.POSITIVE_INFINITY
    for (const { index } of this.readers) if (index < least) least = index
    let passed = 0
    for (; this.gone < least; this.gone += 1) {
      this.goneBytes += this.chunks[passed]?.length ?? 0
      passed += 1
    }
    if (passed > 0) this.chunks.splice(0, passed)
    if (this.received - this.goneBytes < highWater / 2) this.goOn()
  }

  private goOn(): void {
    if (!this.isResting) return
    this.isResting = false
    this.tap.resume()
  }
}
const empty = new Uint8Array(0)

export class FlowReader {
  /** The number of the chunk that comes next. */
  index = 0
  private readonly flow: Flow
  readonly wake: () => void

  constructor(flow: Flow, wake: () => void) {
    this.flow = flow
    this.wake = wake
  }

  /** The next piece; null where there is none yet, or no more: the flow's state tells which. */
  take(): Uint8Array | null {
    const chunk = this.flow.chunkAt(this.index)
    if (chunk === undefined) return null
    this.index += 1
    this.flow.letGo()
    return chunk
  }

  leave(): void {
    this.flow.leave(this)
  }
}

/** Everything of a body, once it has come whole; null where it broke. */
export function collect(flow: Flow, most = Number.POSITIVE_INFINITY): Promise<Uint8Array | null> {
  const { whole } = flow
  if (whole) return Promise.resolve(whole)
  return new Promise((done) => {
    const pieces: Uint8Array[] = []
    let size = 0
    const finish = (bytes: Uint8Array | null) => {
      reader.leave()
      done(bytes)
    }
    const more = () => {
      for (let chunk = reader.take(); chunk !== null; chunk = reader.take()) {
        size += chunk.length
        if (size <= most) pieces.push(chunk)
      }
      if (flow.state === 'flowing') return
      finish(flow.state === 'broken' ? null : Buffer.concat(pieces))
    }
    const reader = flow.read(more)
    more()
  })
}
