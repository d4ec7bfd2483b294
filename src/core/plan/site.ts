import type { JsonObject } from '#core/model/field.ts'
import { itemsIn } from './impact.ts'

const hostsOf = (config: JsonObject): readonly string[] =>
  itemsIn(config, 'Origins').map(({ DomainName }) => String(DomainName))
const namesOf = (config: JsonObject): readonly string[] => itemsIn(config, 'Aliases').map(String)

/** Two designs may call their distributions alike; they are one site only where an origin or a name is the same. */
export function isSameSite(live: JsonObject, wanted: JsonObject): boolean {
  const known = new Set([...hostsOf(live), ...namesOf(live)])
  return [...hostsOf(wanted), ...namesOf(wanted)].some((name) => known.has(name))
}
