/** What a change means for those who use the site, in words. */
import type { ResourceType } from '#core/model/document.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import { resourceKinds } from '#core/resources/index.ts'
import type { Change } from './diff.ts'

type Said = string | undefined
interface Judged extends Change {
  /** The last named step of the path, list wrappers aside. */
  readonly field: string
  /** All named steps of the path. */
  readonly names: readonly string[]
}

const namesOf = (path: Change['path']) =>
  path.filter((step): step is string => typeof step === 'string' && step !== 'Items')
const shown = (value: Json | undefined) =>
  typeof value === 'string' && value !== '' ? `“${value}”` : 'nothing'
const itemsOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

const keyFields = ['ParametersInCacheKeyAndForwardedToOrigin', 'CachePolicyId', 'ForwardedValues'] as const
const ttlFields = ['MinTTL', 'DefaultTTL', 'MaxTTL', 'ErrorCachingMinTTL'] as const
const hasAny = (names: readonly string[], wanted: readonly string[]) =>
  names.some((name) => wanted.includes(name))

const sayings: readonly ((change: Judged) => Said)[] = [
  ({ field, after }) =>
    field === 'Enabled' && after === false ? 'The site stops answering: viewers get an error.' : undefined,
  ({ names }) =>
    hasAny(names, keyFields)
      ? 'The cache key changes: objects cached under the earlier key are no longer found, and their first requests go to the origin.'
      : undefined,
  ({ names }) =>
    hasAny(names, ttlFields)
      ? 'Objects that are cached already keep the lifetime they were stored with until they expire or are invalidated.'
      : undefined,
  ({ field, names }) =>
    field === 'TargetOriginId' || (names.includes('Origins') && ['DomainName', 'OriginPath'].includes(field))
      ? 'What is cached from the earlier origin is served until it expires; while the change spreads, either origin is asked.'
      : undefined,
  ({ names, before, after }) => {
    if (names[0] !== 'Aliases') return undefined
    const gone = itemsOf(before).filter((name) => !itemsOf(after).includes(name))
    return gone.length > 0 ? `Viewers of ${gone.join(', ')} get an error from now on.` : undefined
  },
  ({ field, after }) =>
    field === 'MinimumProtocolVersion'
      ? `Viewers that cannot speak ${shown(after)} or newer can no longer connect.`
      : undefined,
  ({ field, after }) =>
    field === 'ViewerProtocolPolicy' && after === 'https-only'
      ? 'Plain HTTP requests are answered with 403.'
      : undefined,
  ({ names }) =>
    names.includes('TrustedKeyGroups') || names.includes('TrustedSigners')
      ? 'Requests without a signature of a trusted key are answered with 403 where signing is required.'
      : undefined,
  ({ names }) =>
    names.includes('GeoRestriction')
      ? 'Viewers of the restricted countries are answered with 403.'
      : undefined,
  ({ field, after }) =>
    field === 'WebACLId'
      ? after === '' || after === undefined
        ? 'Requests are no longer filtered by a web ACL.'
        : 'The web ACL filters requests as soon as it is associated; AWS WAF bills for it.'
      : undefined,
  ({ field }) =>
    field === 'PriceClass'
      ? 'The price class decides which edge locations answer, and what they cost.'
      : undefined,
  ({ names }) =>
    names.includes('OriginShield')
      ? 'Origin Shield is one more cache, billed by request; its cache starts empty.'
      : undefined,
  ({ names }) =>
    names.includes('CacheBehaviors') && names.includes('PathPattern')
      ? 'The order or the patterns of the behaviors change, so the same path may be answered by another one.'
      : undefined,
]

/** One sentence for each thing that a change does to viewers, to what is cached or to the bill. */
export function impactOf(type: ResourceType, action: string, changes: readonly Change[]): readonly string[] {
  const { label, deployment } = resourceKinds[type]
  if (action === 'create' || action === 'replace')
    return deployment?.onCreation ? [deployment.onCreation] : []
  if (action === 'delete')
    return type === 'Distribution'
      ? ['Its viewers get an error: it is disabled first, and deleted once that has spread (some minutes).']
      : []
  if (action !== 'update') return []
  const judged = changes.map((change): Judged => {
    const names = namesOf(change.path)
    return { ...change, names, field: names.at(-1) ?? '' }
  })
  const said = new Set<string>()
  for (const change of judged)
    for (const saying of sayings) {
      const sentence = saying(change)
      if (sentence !== undefined) said.add(sentence)
    }
  if (deployment?.isShared) said.add(`It takes effect for every distribution that uses this ${label}.`)
  if (type === 'Distribution')
    said.add('It spreads to all edge locations within minutes; until then viewers get the one or the other.')
  return [...said]
}

/** The API's list below a name: `{ Quantity, Items }` or nothing. */
export const itemsIn = (config: JsonObject, name: string): readonly JsonObject[] => {
  const list = config[name]
  const items =
    typeof list === 'object' && list !== null && !Array.isArray(list)
      ? (list as JsonObject)['Items']
      : undefined
  return Array.isArray(items) ? (items as readonly JsonObject[]) : []
}
