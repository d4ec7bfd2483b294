import { nearestPatterns } from '#core/http/nearest-patterns.ts'
import type { Said } from '#core/model/scenario.ts'

const consequences = {
  'passed-over': (name: string) =>
    `What “${name}” gives at CloudFront is not known here, so the request goes on as if it were not there. A scenario's “functionResults” can say what it gives.`,
  scripted: (name: string) => `The scenario says what “${name}” gives instead.`,
  kept: (name: string) =>
    `“${name}” went on without it; what it gave back is used, and may be something else at CloudFront.`,
}

/** So many of the patterns that did not match are named; more would bury what the step says. */
export const namedPatterns = 3

/** The nearest of those that did not match, and how many others there are; `said` holds all of them. */
function passedInWords(passed: readonly string[], path: string): string {
  if (passed.length === 0) return ''
  // One more is shorter than “and 1 other”.
  const isFew = passed.length <= namedPatterns + 1
  const named = (isFew ? passed : nearestPatterns(passed, path, namedPatterns)).map((one) => `“${one}”`)
  const words = named.join(', ')
  if (isFew) return ` ${words} ${passed.length === 1 ? 'does' : 'do'} not match.`
  return ` ${words} and ${passed.length - named.length} others do not match.`
}

/** The sentence of a note that is told in data. */
export function sentenceOf(said: Said): string {
  switch (said.is) {
    case 'chosen': {
      const { path, pattern, order, passed } = said
      const chosen =
        pattern === null
          ? 'goes to the default cache behavior.'
          : `matches “${pattern}”, number ${order} in order of precedence.`
      return `“${path}” ${chosen}${passedInWords(passed, path)}`
    }
    case 'skipped':
      return `“${said.name}” does not run: ${said.why}.`
    case 'not-run':
      return `“${said.name}” is not played: ${said.why}. ${consequences[said.result](said.name)}`
    case 'fresh':
      return `A fresh object at ${said.place}: ${said.left} s of its ${said.ttl} s are left.`
    case 'bypass':
      return `The request goes past the caches, straight to the origin: ${said.why}.`
    case 'sandbox-limit':
      return `This is our limit, not CloudFront's: our sandbox ${said.what}. ${consequences[said.result](said.name)}`
  }
}
