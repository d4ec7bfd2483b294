/** Invalidations as people write them: a time, and the paths that were invalidated then. */
import type { Invalidation } from './replay.ts'

const hasZone = /([zZ]|[+-]\d\d:?\d\d)$/
const example = '2026-01-31T12:00=/index.html,/img/*'

/** Milliseconds since the epoch; a time without a zone is UTC, as in the logs. */
function timeOf(text: string): number {
  const time = text.trim()
  if (/^\d{4}-\d\d-\d\d$/.test(time)) return Date.parse(time)
  return Date.parse(hasZone.test(time) ? time : `${time.replace(' ', 'T')}Z`)
}

/** Reads `TIME=PATH[,PATH…]`; the error is a sentence. */
export function parseInvalidation(text: string): Invalidation | { readonly error: string } {
  const equals = text.indexOf('=')
  const at = timeOf(text.slice(0, Math.max(0, equals)))
  const paths = text
    .slice(equals + 1)
    .split(',')
    .map((path) => path.trim())
  if (equals <= 0 || Number.isNaN(at))
    return { error: `“${text.trim()}” is no invalidation; write it as ${example}, the time in UTC.` }
  const tag = paths.find((path) => path.startsWith('#'))
  if (tag !== undefined)
    return {
      error: `“${tag}” is a cache tag, and logs do not tell which tags an object has: name the paths that it stands for. A scenario can invalidate tags, since its origins send them.`,
    }
  const wrong = paths.find((path) => !path.startsWith('/') && path !== '*')
  return wrong === undefined
    ? { at, paths }
    : { error: `“${wrong}” is no path of an invalidation: paths start with a slash, such as /img/*.` }
}

/** All of them in the order of time, or what is wrong with the first that is none. */
export function parseInvalidations(
  texts: readonly string[],
): { readonly invalidations: readonly Invalidation[] } | { readonly error: string } {
  const invalidations: Invalidation[] = []
  for (const text of texts) {
    const one = parseInvalidation(text)
    if ('error' in one) return one
    invalidations.push(one)
  }
  return { invalidations: invalidations.sort((a, b) => a.at - b.at) }
}
