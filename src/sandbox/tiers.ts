/**
 * For few runs, Node compiles the sandbox's engine by V8's quick compiler alone. Its optimizing one takes 200 ms of
 * processor time for what a single run calls, and makes a loop inside 1.4 times as fast. Browsers have no such switch.
 */
interface V8 {
  setFlagsFromString(flags: string): void
}

const v8 = (): V8 | undefined =>
  typeof process === 'object' ? process.getBuiltinModule?.('node:v8') : undefined

/** Functions that were not compiled at once would be by what holds when they are first called. */
const flags = ['wasm-tier-up', 'wasm-dynamic-tiering', 'wasm-lazy-compilation']

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
