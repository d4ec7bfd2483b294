/** Sums by number; an array that grows on demand and is zero at first. */
export class Counter {
  private values = new Float64Array(16)

  add(index: number, amount: number): void {
    if (index >= this.values.length) this.grow(index)
    this.values[index] = (this.values[index] as number) + amount // it has been grown to hold the index
  }

  get(index: number): number {
    return this.values[index] ?? 0
  }

  set(index: number, value: number): void {
    if (index >= this.values.length) this.grow(index)
    this.values[index] = value
  }

  clear(): void {
    this.values.fill(0)
  }

  private grow(index: number): void {
    const values = new Float64Array(Math.max(index + 1, Math.ceil(this.values.length * 1.5)))
    values.set(this.values)
    this.values = values
  }
}
