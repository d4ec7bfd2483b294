/** What a step means for those who use the site: what stops, what opens, what is lost, what it costs. */
import type { ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { resourceKinds } from '#core/resources/index.ts'
import { type Change, changesBetween } from './diff.ts'
import { siteConsequences } from './site-consequences.ts'
import { withoutTags } from './tags.ts'

/** The gravest first; the first three ask a person for the name of what they touch. */
export const consequenceKinds = [
  'outage',
  'name-removed',
  'access-opened',
  'viewers-refused',
  'routing',
  'cache-lost',
  'cache-kept',
  'cost',
  'note',
] as const
export type ConsequenceKind = (typeof consequenceKinds)[number]
export interface Consequence {
  readonly kind: ConsequenceKind
  readonly text: string
}

const grave: ReadonlySet<ConsequenceKind> = new Set(['outage', 'name-removed', 'access-opened'])
/** True where one click or one “yes” is too little. */
export const isGrave = (consequences: readonly Consequence[]): boolean =>
  consequences.some(({ kind }) => grave.has(kind))
export const isOutage = (consequences: readonly Consequence[]): boolean =>
  consequences.some(({ kind }) => kind === 'outage')

const namesOf = ({ path }: Change): readonly string[] =>
  path.filter((step): step is string => typeof step === 'string' && step !== 'Items')
const keyFields = ['ParametersInCacheKeyAndForwardedToOrigin', 'CachePolicyId', 'ForwardedValues']
const ttlFields = ['MinTTL', 'DefaultTTL', 'MaxTTL', 'ErrorCachingMinTTL']

/** By the name of a field, in a policy as in a behavior. */
const sayings: readonly ((names: readonly string[]) => Consequence | undefined)[] = [
  (names) =>
    names.some((name) => keyFields.includes(name))
      ? {
          kind: 'cache-lost',
          text: 'The cache key changes: objects cached under the earlier key are no longer found, and their first requests go to the origin.',
        }
      : undefined,
  (names) =>
    names.some((name) => ttlFields.includes(name))
      ? {
          kind: 'cache-kept',
          text: 'Objects that are cached already keep the lifetime they were stored with until they expire or are invalidated.',
        }
      : undefined,
  (names) =>
    names.includes('OriginShield')
      ? {
          kind: 'cost',
          text: 'Origin Shield is one more cache, billed by request; its cache starts empty.',
        }
      : undefined,
]

function inOrder(said: readonly Consequence[]): readonly Consequence[] {
  const once = said.filter(({ text }, index) => said.findIndex((other) => other.text === text) === index)
  const rank = ({ kind }: Consequence) => consequenceKinds.indexOf(kind)
  return once.toSorted((a, b) => rank(a) - rank(b))
}

/** What a creation means beyond that the thing is there then. */
export function creationConsequences(type: ResourceType): readonly Consequence[] {
  const text = resourceKinds[type].deployment?.onCreation
  return text ? [{ kind: /billed/.test(text) ? 'cost' : 'note', text }] : []
}

export const deletionConsequences = (type: ResourceType): readonly Consequence[] =>
  type === 'Distribution'
    ? [
        {
          kind: 'outage',
          text: 'Its viewers get an error: it is disabled first, and deleted once that has spread (some minutes).',
        },
      ]
    : []

/** What changes on the way from one config to another. */
export function changeConsequences(
  type: ResourceType,
  tagged: JsonObject,
  wanted: JsonObject,
): readonly Consequence[] {
  // Tags are for bills and permissions: no viewer notices.
  const [before, after] = [withoutTags(tagged), withoutTags(wanted)]
  const changes = changesBetween(before, after)
  if (changes.length === 0) return []
  const said = changes.flatMap((change) => sayings.flatMap((saying) => saying(namesOf(change)) ?? []))
  const { label, deployment } = resourceKinds[type]
  if (type === 'Distribution') said.push(...siteConsequences(before, after))
  if (deployment?.isShared)
    said.push({ kind: 'note', text: `It takes effect for every distribution that uses this ${label}.` })
  return inOrder(said)
}
