import type { LogLine } from './log-line.ts'

const nothing = new Uint8Array(0)
const encoder = new TextEncoder()

/** What a slot holds: the hash, the number and one more (0 where the slot is empty), where the bytes begin and how many. */
const slotWidth = 4
/** Strings begin at multiples of this many bytes, so that their places fit into 32 bits. */
const grain = 8

/**
 * Numbers for byte strings: each distinct one gets the next. Strings are compared byte by byte, so two never share a
 * number; nothing is allocated for one that is known. A known one costs two places in memory: its slot and its bytes.
 */
export class ByteTable {
  private slots = new Int32Array(slotWidth << 10)
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
    const { hash, length, slots } = this
    const mask = slots.length / slotWidth - 1
    let slot = (hash ^ (hash >>> 16)) & mask
    for (;;) {
      const at = slot * slotWidth
      const number = (slots[at + 1] as number) - 1 // the mask keeps the slot within the table, here and below
      if (number < 0) return this.insert(at)
      if (slots[at] === hash && slots[at + 3] === length && this.isDraft(slots[at + 2] as number))
        return number
      slot = (slot + 1) & mask
    }
  }

  /** Forgets every string; the numbers begin anew. */
  clear(): void {
    this.slots.fill(0)
    this.used = 0
    this.count = 0
  }

  private isDraft(place: number): boolean {
    const { arena, draft, length } = this
    const start = place * grain
    for (let at = 0; at < length; at += 1) if (arena[start + at] !== draft[at]) return false
    return true
  }

  private insert(at: number): number {
    const { slots, length, used } = this
    slots[at] = this.hash
    slots[at + 1] = this.count + 1
    slots[at + 2] = used / grain
    slots[at + 3] = length
    if (used + length > this.arena.length) {
      const arena = new Uint8Array(Math.max(this.arena.length * 2, used + length))
      arena.set(this.arena)
      this.arena = arena
    }
    this.arena.set(this.draft.subarray(0, length), used)
    this.used = Math.ceil((used + length) / grain) * grain
    this.count += 1
    if (this.count * 2 * slotWidth > slots.length) this.growSlots()
    return this.count - 1
  }

  private growSlots(): void {
    const before = this.slots
    const slots = new Int32Array(before.length * 2)
    const mask = slots.length / slotWidth - 1
    for (let from = 0; from < before.length; from += slotWidth) {
      if (before[from + 1] === 0) continue
      const hash = before[from] as number // below the length, as are the others
      let slot = (hash ^ (hash >>> 16)) & mask
      while (slots[slot * slotWidth + 1] !== 0) slot = (slot + 1) & mask
      for (let part = 0; part < slotWidth; part += 1)
        slots[slot * slotWidth + part] = before[from + part] as number
    }
    this.slots = slots
  }

  private growDraft(more: number): void {
    const draft = new Uint8Array(Math.max(this.draft.length * 2, this.length + more))
    draft.set(this.draft)
    this.draft = draft
  }
}
