/** One line that says what is being done and in the end how long it took. */

/**
 * @param {{ isTTY?: boolean, write: (text: string) => unknown }} stream
 * @param {() => number} [clock]
 */
export function progressLine(stream, clock = Date.now) {
  const started = clock()
  const steps = []
  const again = stream.isTTY ? '\r\u001b[K' : ''
  return {
    /** @param {string} what */
    now(what) {
      // Where a line cannot be written over, it grows.
      const before = steps.length === 0 ? 'Preparing Frontage: ' : ', '
      steps.push(what)
      stream.write(stream.isTTY ? `${again}Preparing Frontage: ${what} …` : `${before}${what}`)
    },
    /** @param {string} what says that it is done, where anything was */
    done(what) {
      if (steps.length === 0) return
      const seconds = Math.max(1, Math.round((clock() - started) / 1000))
      stream.write(`${again || '. '}${what}; that took ${seconds} s.\n`)
    },
  }
}
