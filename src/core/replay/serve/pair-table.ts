/** Numbers for pairs of a shape and a place: where a replay remembers what became of a request there. */
export class PairTable {
  private slots = new Int32Array(1 << 12)
  private shapes = new Int32Array(1 << 11)
  private places = new Int32Array(1 << 11)
  private count = 0

  get size(): number {
    return this.count
  }

  /** The number of a pair, or -1. */
  find(shape: number, place: number): number {
    const { slots, shapes, places } = this
    const mask = slots.length - 1
    let slot = hashOf(shape, place) & mask
    for (;;) {
      const number = (slots[slot] as number) - 1 // the mask keeps the slot within the table
      if (number < 0) return -1
      if (shapes[number] === shape && places[number] === place) return number
      slot = (slot + 1) & mask
    }
  }

  /** The number of a pair that has none yet. */
  add(shape: number, place: number): number {
    const number = this.count
    if (number === this.shapes.length) {
      const shapes = new Int32Array(number * 2)
      shapes.set(this.shapes)
      this.shapes = shapes
      const places = new Int32Array(number * 2)
      places.set(this.places)
      this.places = places
    }
    this.shapes[number] = shape
    this.places[number] = place
    this.count += 1
    if (this.count * 2 > this.slots.length) this.grow()
    else this.place(number)
    return number
  }

  private place(number: number): void {
    const mask = this.slots.length - 1
    let slot = hashOf(this.shapes[number] ?? 0, this.places[number] ?? 0) & mask
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask
    this.slots[slot] = number + 1
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    for (let number = 0; number < this.count; number += 1) this.place(number)
  }
}

function hashOf(shape: number, place: number): number {
  const mixed = Math.imul(shape, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
