/** Names that are free: Ids, keys, logical ids and path patterns must not be given twice. */

/** A name that no other of `taken` has: `origin`, `origin-2`, … */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted
  for (let number = 2; ; number += 1) {
    const name = `${wanted}-${number}`
    if (!taken.includes(name)) return name
  }
}

/** A key that no item of a list has; a key outlives the name it was made from, so the name alone is no proof. */
export const freeKey = (wanted: string, list: readonly object[] | undefined): string =>
  freeName(
    wanted,
    (list ?? []).flatMap((item) => ('key' in item ? [String(item.key)] : [])),
  )

/** The parts of a pattern before and after the place where a number makes it another one. */
function patternParts(pattern: string): [before: string, after: string] {
  const folder = /^(.*[^/])(\/\*)$/.exec(pattern)
  if (folder) return [folder[1] ?? '', folder[2] ?? '']
  const file = /^(.*[^/])(\.[^/]*)$/.exec(pattern)
  return file ? [file[1] ?? '', file[2] ?? ''] : [pattern, '']
}

/** A path pattern that no other behavior has: `/api/*` becomes `/api-2/*`, `*.jpg` becomes `*-2.jpg`. */
export function freePattern(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted
  const [before, after] = patternParts(wanted)
  for (let number = 2; ; number += 1) {
    const pattern = `${before}-${number}${after}`
    if (!taken.includes(pattern)) return pattern
  }
}
