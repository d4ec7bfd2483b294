/** What a viewer sends: passed on as it comes, or held where the design has to look into it. */
import type { Readable } from 'node:stream'
import { failed, ok, type Result } from '#core/ground/result.ts'

export class Upload {
  /** Bytes as announced; null where the viewer does not say. */
  readonly length: number | null
  /** Some of it has gone to an origin, so that it cannot be sent again. */
  isBegun = false
  private readonly stream: Readable
  private bytes: Buffer | null = null

  constructor(stream: Readable, length: number | null) {
    this.stream = stream
    this.length = length
  }

  /** Reads all of it, up to `most` bytes. */
  async hold(most: number): Promise<Result<Buffer, 'too-large' | 'broken'>> {
    const pieces: Buffer[] = []
    let size = 0
    try {
      for await (const piece of this.stream) {
        size += (piece as Buffer).length
        if (size > most) return failed('too-large')
        pieces.push(piece as Buffer)
      }
    } catch {
      return failed('broken')
    }
    this.bytes = Buffer.concat(pieces)
    return ok(this.bytes)
  }

  /** All of it, where it was held. */
  get held(): Buffer | null {
    return this.bytes
  }

  /**
   * The bytes as an origin takes them. Leaving early does not close the viewer's connection, which still has to get its
   * answer.
   */
  async *read(): AsyncGenerator<Buffer> {
    this.isBegun = true
    if (this.bytes !== null) {
      if (this.bytes.length > 0) yield this.bytes
      return
    }
    for await (const piece of this.stream.iterator({ destroyOnReturn: false })) yield piece as Buffer
  }
}
