/** What makes two distributions look like the same site. That is a question to a person, and never an answer. */
import { said } from '#core/ground/said.ts'
import type { JsonObject } from '#core/model/field.ts'
import { itemsIn } from './api-list.ts'

/** The hosts that a distribution asks. */
export const hostsOf = (config: JsonObject): readonly string[] =>
  itemsIn(config, 'Origins').map(({ DomainName }) => said(DomainName).toLowerCase())
/** Its alternate domain names; CloudFront gives each to one distribution only. */
export const aliasesOf = (config: JsonObject): readonly string[] =>
  itemsIn(config, 'Aliases').map((name) => said(name).toLowerCase())
export const share = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one))

/** They have an alternate domain name in common; where one of them has none yet, a host. */
export function isSameSite(live: JsonObject, wanted: JsonObject): boolean {
  const [before, after] = [aliasesOf(live), aliasesOf(wanted)]
  if (before.length > 0 && after.length > 0) return share(before, after)
  return share(hostsOf(live), hostsOf(wanted))
}
