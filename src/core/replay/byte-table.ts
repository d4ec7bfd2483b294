import type { LogLine } from './log-line.ts'

const nothing = new Uint8Array(0)
const encoder = new TextEncoder()

/**
 * Numbers for byte strings: each distinct one gets the next. Strings are compared byte by byte, so two never share a
 * number; nothing is allocated for one that is known.
 */
export class ByteTable {
  private slots = new Int32Array(1 << 10)
  private hashes = new Int32Array(1 << 9)
  private starts = new Float64Array(1 << 9)
  private lengths = new Int32Array(1 << 9)
  private arena = new Uint8Array(1 << 14)
  private used = 0
  private count = 0
  private draft = new Uint8Array(1 << 12)
  private length = 0
  private hash = 0

  get size(): number {
    return this.count
  }

  /** Starts a string. */
  begin(): this {
    this.length = 0
    this.hash = 0x811c9dc5 | 0
    return this
  }

  /** Adds bytes, and a mark that keeps neighbouring parts apart. */
  add(bytes: Uint8Array, start: number, end: number): this {
    if (this.length + end - start + 1 > this.draft.length) this.growDraft(end - start + 1)
    const { draft } = this
    let { length, hash } = this
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] as number // callers stay within the bytes
      draft[length++] = byte
      hash = Math.imul(hash ^ byte, 0x01000193)
    }
    draft[length++] = 0
    this.hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    this.length = length
    return this
  }

  /** Adds a column of a log line as it stands there. */
  addColumn(line: LogLine, column: number): this {
    const field = line.fieldOf[column] ?? -1
    if (field < 0) return this.add(nothing, 0, 0)
    return this.add(line.bytes, (line.stops[field] ?? 0) + 1, line.stops[field + 1] ?? 0)
  }

  addText(text: string): this {
    const bytes = encoder.encode(text)
    return this.add(bytes, 0, bytes.length)
  }

  addNumber(value: number): this {
    if (this.length + 8 > this.draft.length) this.growDraft(8)
    const { draft } = this
    const low = value >>> 0
    const high = Math.floor(value / 2 ** 32) & 0xffff
    draft[this.length++] = low & 255
    draft[this.length++] = (low >>> 8) & 255
    draft[this.length++] = (low >>> 16) & 255
    draft[this.length++] = low >>> 24
    draft[this.length++] = high & 255
    draft[this.length++] = high >>> 8
    const mixed = Math.imul((this.hash ^ low ^ Math.imul(high, 0x9e3779b1)) | 0, 0x01000193)
    this.hash = mixed ^ (mixed >>> 13)
    return this
  }

  /** The number of the string; equal to the former `size` where it is new. */
  number(): number {
    const { hash, length, slots, hashes } = this
    const mask = slots.length - 1
    let slot = (hash ^ (hash >>> 16)) & mask
    for (;;) {
      const number = (slots[slot] as number) - 1 // the mask keeps the slot within the table
      if (number < 0) return this.insert(slot)
      if (hashes[number] === hash && this.lengths[number] === length && this.isDraft(number)) return number
      slot = (slot + 1) & mask
    }
  }

  /** The bytes of a string, its parts ended by zeros. */
  bytesOf(number: number): Uint8Array {
    const start = this.starts[number] ?? 0
    return this.arena.subarray(start, start + (this.lengths[number] ?? 0))
  }

  private isDraft(number: number): boolean {
    const { arena, draft, length } = this
    const start = this.starts[number] as number // it has been given out
    for (let at = 0; at < length; at += 1) if (arena[start + at] !== draft[at]) return false
    return true
  }

  private insert(slot: number): number {
    const number = this.count
    this.slots[slot] = number + 1
    if (number >= this.hashes.length) this.growEntries()
    this.hashes[number] = this.hash
    this.lengths[number] = this.length
    this.starts[number] = this.used
    if (this.used + this.length > this.arena.length) {
      const arena = new Uint8Array(Math.max(this.arena.length * 2, this.used + this.length))
      arena.set(this.arena)
      this.arena = arena
    }
    this.arena.set(this.draft.subarray(0, this.length), this.used)
    this.used += this.length
    this.count += 1
    if (this.count * 2 > this.slots.length) this.growSlots()
    return number
  }

  private growEntries(): void {
    const size = this.hashes.length * 2
    const hashes = new Int32Array(size)
    hashes.set(this.hashes)
    this.hashes = hashes
    const lengths = new Int32Array(size)
    lengths.set(this.lengths)
    this.lengths = lengths
    const starts = new Float64Array(size)
    starts.set(this.starts)
    this.starts = starts
  }

  private growSlots(): void {
    const slots = new Int32Array(this.slots.length * 2)
    const mask = slots.length - 1
    for (let number = 0; number < this.count; number += 1) {
      const hash = this.hashes[number] ?? 0
      let slot = (hash ^ (hash >>> 16)) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = number + 1
    }
    this.slots = slots
  }

  private growDraft(more: number): void {
    const draft = new Uint8Array(Math.max(this.draft.length * 2, this.length + more))
    draft.set(this.draft)
    this.draft = draft
  }
}
