/**
 * Limits that count work instead of time, so that a busy machine gives the same outcome. The engine takes one step off a
 * counter in its context at every call and every turn of a loop and asks us when the counter is used up; the counter is
 * set at the start of a run and read at its end, which makes the count exact.
 */
import type { QuickJSContext } from 'quickjs-emscripten-core'

/** Steps of a tight loop in a millisecond of a calm machine (measured: 30 million a second). */
export const stepsPerMs = 30_000

/** What the engine takes between two questions (`JS_INTERRUPT_COUNTER_INIT`). */
const round = 10_000

/** Real milliseconds after which a run is given up whatever it counted: against hangs alone, and told as ours. */
export const backstopMs = 45_000

/** The words of a context among which its counter is looked for. */
const contextWords = 256

/** The index of a context's counter among the words of the memory, or null where this engine keeps it elsewhere. */
export function counterOf(context: QuickJSContext, memory: WebAssembly.Memory): number | null {
  const start = (context as unknown as { readonly ctx: { readonly value: number } }).ctx.value >> 2
  const words = () => new Int32Array(memory.buffer).slice(start, start + contextWords)
  const run = () => context.unwrapResult(context.evalCode('for(let i=0;i<100;i++){}')).dispose()
  run()
  const before = words()
  run()
  const middle = words()
  run()
  const after = words()
  const at = before.findIndex((value, index) => {
    const [one = 0, two = 0] = [middle[index], after[index]]
    return value <= round && value - one >= 100 && value - one === one - two
  })
  return at < 0 ? null : start + at
}

/** The steps of one run. */
export class Meter {
  private readonly memory: WebAssembly.Memory
  private view: Int32Array
  private counter: number | null = null
  private steps = 0
  private limit = Number.POSITIVE_INFINITY
  private started = 0
  /** The backstop ended the run: our machine was too slow, not the function. */
  hung = false

  constructor(memory: WebAssembly.Memory) {
    this.memory = memory
    this.view = new Int32Array(memory.buffer)
  }

  watch(context: QuickJSContext): void {
    this.counter = counterOf(context, this.memory)
    context.runtime.setInterruptHandler(() => this.take(round))
  }

  /** The memory as it is now: it has another buffer once it has grown. */
  private get words(): Int32Array {
    const { buffer } = this.memory
    if (this.view.buffer !== buffer) this.view = new Int32Array(buffer)
    return this.view
  }

  start(limit: number): void {
    this.steps = 0
    this.limit = limit
    this.started = performance.now()
    this.hung = false
    if (this.counter !== null) this.words[this.counter] = round
  }

  /** Adds steps; true where the run has to end. */
  take(steps: number): boolean {
    this.steps += steps
    this.hung ||= performance.now() - this.started > backstopMs
    return this.hung || this.steps > this.limit
  }

  get spent(): number {
    const left = this.counter === null ? round : (this.words[this.counter] ?? round)
    return this.steps + round - left
  }

  get isOver(): boolean {
    return this.hung || this.spent > this.limit
  }
}
