/** Which headers, cookies and query strings are in a behavior's cache key, and which reach its origin beside it. */
import { tableOf } from '#core/ground/names.ts'
import type { Behavior, DesignDocument } from '#core/model/document.ts'
import { isWhollyKnown, known, knownItems } from '#core/model/field.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import { type PolicyList, policyLists } from './policy-names.ts'

export type Noun = PolicyList['noun']

/** A set of names: none, the named ones, all, or all but the named ones. */
export interface NameSet {
  readonly how: 'none' | 'some' | 'all' | 'except'
  readonly names: readonly string[]
}

const kinds: Readonly<Record<string, NameSet['how']>> = tableOf({
  none: 'none',
  whitelist: 'some',
  all: 'all',
  allViewer: 'all',
  allViewerAndWhitelistCloudFront: 'all',
  allExcept: 'except',
})
const none: NameSet = { how: 'none', names: [] }

function setOf(lists: readonly PolicyList[], noun: Noun): NameSet | undefined {
  const list = lists.find((one) => one.noun === noun)
  const how = kinds[list?.how ?? '']
  return list && how && isWhollyKnown(list.names) ? { how, names: knownItems(list.names) } : undefined
}

function legacyNames({ ForwardedValues: field }: Behavior, noun: Noun): NameSet | undefined {
  const legacy = known(field)
  if (!legacy) return undefined
  if (noun === 'headers') {
    const names = knownItems(legacy.Headers)
    if (!isWhollyKnown(legacy.Headers)) return undefined
    return names.includes('*')
      ? { how: 'all', names: [] }
      : { how: names.length > 0 ? 'some' : 'none', names }
  }
  if (noun === 'cookies') {
    const cookies = known(legacy.Cookies)
    const how = kinds[known(cookies?.Forward) ?? (legacy.Cookies === undefined ? 'none' : '')]
    return how && { how, names: knownItems(cookies?.WhitelistedNames) }
  }
  const query = known(legacy.QueryString)
  if (query === undefined) return undefined
  const keys = knownItems(legacy.QueryStringCacheKeys)
  return query ? { how: keys.length > 0 ? 'some' : 'all', names: keys } : none
}

/** The names in the cache key; undefined where that is left to the deployment. */
export function keyedNames(document: DesignDocument, behavior: Behavior, noun: Noun): NameSet | undefined {
  if (behavior.CachePolicyId === undefined || behavior.CachePolicyId === '')
    return legacyNames(behavior, noun)
  const policy = policyBehind(document, 'CachePolicy', behavior.CachePolicyId)
  const parameters = policy?.ParametersInCacheKeyAndForwardedToOrigin
  return parameters && setOf(policyLists(parameters, []), noun)
}

/** The names that an origin request policy sends; none without one, undefined where it is not known. */
export function forwardedNames(
  document: DesignDocument,
  { OriginRequestPolicyId: id }: Behavior,
  noun: Noun,
): NameSet | undefined {
  if (id === undefined || id === '') return none
  const policy = policyBehind(document, 'OriginRequestPolicy', id)
  return policy && setOf(policyLists(policy, []), noun)
}

/** Whether a set holds a name, compared in lower case. */
export function holds({ how, names }: NameSet, name: string): boolean {
  const isNamed = names.some((one) => one.toLowerCase() === name.toLowerCase())
  return how === 'all' || (how === 'some' && isNamed) || (how === 'except' && !isNamed)
}

/** Whether a viewer can send names that the set holds and nobody has listed. */
export const isOpen = ({ how }: NameSet): boolean => how === 'all' || how === 'except'

/** Whether a header of the viewer reaches the origin, by key or by origin request policy. */
export function reachesOrigin(
  document: DesignDocument,
  behavior: Behavior,
  header: string,
): boolean | undefined {
  const keyed = keyedNames(document, behavior, 'headers')
  const forwarded = forwardedNames(document, behavior, 'headers')
  return keyed && forwarded && (holds(keyed, header) || holds(forwarded, header))
}

/** The names that reach the origin and are not in the key; `*` stands for any. */
export function unkeyedNames(document: DesignDocument, behavior: Behavior, noun: Noun): readonly string[] {
  const keyed = keyedNames(document, behavior, noun)
  const forwarded = forwardedNames(document, behavior, noun)
  if (!keyed || !forwarded || keyed.how === 'all') return []
  if (isOpen(forwarded)) return ['*']
  return forwarded.how === 'some' ? forwarded.names.filter((name) => !holds(keyed, name)) : []
}
