/**
 * Node compiles the sandbox's engine by V8's quick compiler alone. Its optimizing one takes 200 ms of processor time for
 * what a single run calls, and makes a loop inside 1.4 times as fast: who has run that much by then gets an engine that
 * it compiles. Browsers have no such switch.
 */
interface V8 {
  setFlagsFromString(flags: string): void
}

const isNode = typeof process === 'object' && typeof process.getBuiltinModule === 'function'
const v8 = (): V8 | undefined => (isNode ? process.getBuiltinModule('node:v8') : undefined)

/** Functions that were not compiled at once would be by what holds when they are first called. */
const flags = ['wasm-tier-up', 'wasm-dynamic-tiering', 'wasm-lazy-compilation']
/** Steps that are worth the optimizing compiler's time, and how many a run stands for besides its own. */
const enough = 15_000_000
const stepsOfRun = 600

/** What was run by an engine that was compiled quickly. */
export class Work {
  private left = v8() ? enough : Number.POSITIVE_INFINITY

  /** Adds a run; true for the one after which another engine pays. */
  add(steps: number): boolean {
    const before = this.left
    this.left -= steps + stepsOfRun
    return before > 0 && this.left <= 0
  }

  get isEnough(): boolean {
    return this.left <= 0
  }
}

/** A section without a meaning: V8 gives the same bytes the code that it has made of them before. */
const difference = [0, 5, 4, 0x6c, 0x6f, 0x6e, 0x67]

/**
 * The engine as V8 compiles it by itself, with its optimizing compiler for what is called often; undefined where the file
 * is not in its package.
 */
export async function compiledForLong(): Promise<WebAssembly.Module | undefined> {
  const { createRequire } = process.getBuiltinModule('node:module')
  const { readFileSync } = process.getBuiltinModule('node:fs')
  try {
    const file = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm')
    return await WebAssembly.compile(Buffer.concat([readFileSync(file), Uint8Array.from(difference)]))
  } catch {
    return undefined
  }
}

/** Runs what compiles a module; the flags are those of the whole process, so they are set back. */
export async function compiledQuickly<T>(compile: () => Promise<T>): Promise<T> {
  const found = v8()
  for (const flag of flags) found?.setFlagsFromString(`--no-${flag}`)
  try {
    return await compile()
  } finally {
    for (const flag of flags) found?.setFlagsFromString(`--${flag}`)
  }
}
