/** Leaks as a terminal reads them. */
import type { Leak } from '#core/trace/leaks.ts'

/** One paragraph for each leak; a sentence where there is none. */
export const leakText = (leaks: readonly Leak[]): string =>
  leaks.length === 0
    ? 'No answer made for one viewer reached another.'
    : leaks.map(({ story }) => `LEAK   ${story}`).join('\n')
