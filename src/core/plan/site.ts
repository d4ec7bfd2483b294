/** What makes two distributions the same site, though everything else about them may have changed. */
import type { JsonObject } from '#core/model/field.ts'
import { itemsIn } from './impact.ts'

const hostsOf = (config: JsonObject): readonly string[] =>
  itemsIn(config, 'Origins').map(({ DomainName }) => String(DomainName))
const namesOf = (config: JsonObject): readonly string[] => itemsIn(config, 'Aliases').map(String)
const share = (some: readonly string[], others: readonly string[]) => some.some((one) => others.includes(one))

/**
 * Two designs may call their distributions alike, and even ask the same origin. They are one site where they have an
 * alternate domain name in common; where one of them has none yet, a common origin tells it.
 */
export function isSameSite(live: JsonObject, wanted: JsonObject): boolean {
  const [before, after] = [namesOf(live), namesOf(wanted)]
  if (before.length > 0 && after.length > 0) return share(before, after)
  return share(hostsOf(live), hostsOf(wanted))
}

/** Eight hexadecimal digits (FNV-1a) that are the same for the same names and origins, in any order. */
export function siteMark(config: JsonObject): string {
  let hash = 0x811c9dc5
  for (const character of [...namesOf(config).toSorted(), '|', ...hostsOf(config).toSorted()].join(' ')) {
    hash ^= character.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193) >>> 0
  }
  return hash.toString(16).padStart(8, '0')
}
