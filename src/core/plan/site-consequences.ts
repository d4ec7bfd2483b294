/** What a change of a distribution means for its viewers: both configurations are read as a whole, path by path. */
import type { Json, JsonObject } from '#core/model/field.ts'
import { minimumProtocolVersion } from '#core/model/shapes/enums.ts'
import { itemsIn } from './api-list.ts'
import type { Consequence } from './consequences.ts'
import { aliasesOf } from './site.ts'

const objectAt = (config: JsonObject | undefined, name: string): JsonObject => {
  const value = config?.[name]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}
const textAt = (config: JsonObject, name: string): string => {
  const value = config[name]
  return typeof value === 'string' ? value : ''
}

/** Behaviors by their path pattern, in the order in which they are tried; the default one last. */
function behaviorsOf(config: JsonObject): ReadonlyMap<string, JsonObject> {
  const listed = itemsIn(config, 'CacheBehaviors').map((one): [string, JsonObject] => [
    textAt(one, 'PathPattern'),
    one,
  ])
  return new Map([...listed, ['*', objectAt(config, 'DefaultCacheBehavior')]])
}

/** Where a behavior's requests go: hosts and paths, whatever the origins are called. */
function askedBy(config: JsonObject, target: Json | undefined): string {
  const group = itemsIn(config, 'OriginGroups').find(({ Id }) => Id === target)
  const ids = group
    ? itemsIn(objectAt(group, 'Members'), 'Items').length > 0
      ? itemsIn(objectAt(group, 'Members'), 'Items').map(({ OriginId }) => OriginId)
      : itemsIn(group, 'Members').map(({ OriginId }) => OriginId)
    : [target]
  return ids
    .map((id) => itemsIn(config, 'Origins').find(({ Id }) => Id === id))
    .map((origin) => (origin ? `${textAt(origin, 'DomainName')}${textAt(origin, 'OriginPath')}` : '?'))
    .join(' ')
}

const isSigned = (behavior: JsonObject | undefined): boolean =>
  ['TrustedKeyGroups', 'TrustedSigners'].some(
    (name) => objectAt(behavior, name)['Enabled'] === true || itemsIn(behavior ?? {}, name).length > 0,
  )
const shown = (patterns: readonly string[]) =>
  patterns.map((pattern) => (pattern === '*' ? 'everything else (*)' : pattern)).join(', ')

type Saying = (before: JsonObject, after: JsonObject) => readonly Consequence[]

const outage: Saying = (before, after) =>
  before['Enabled'] !== false && after['Enabled'] === false
    ? [{ kind: 'outage', text: 'The site stops answering: viewers get an error.' }]
    : []

const names: Saying = (before, after) => {
  const kept = aliasesOf(after)
  const gone = aliasesOf(before).filter((name) => !kept.includes(name))
  return gone.length === 0
    ? []
    : [{ kind: 'name-removed', text: `Viewers of ${gone.join(', ')} get an error from now on.` }]
}

const signatures: Saying = (before, after) => {
  const [was, is] = [behaviorsOf(before), behaviorsOf(after)]
  const common = [...is.keys()].filter((pattern) => was.has(pattern))
  const opened = common.filter((pattern) => isSigned(was.get(pattern)) && !isSigned(is.get(pattern)))
  const closed = common.filter((pattern) => !isSigned(was.get(pattern)) && isSigned(is.get(pattern)))
  // Without a behavior of its own a path that had to be signed falls to the one that matches it next.
  const fallen = [...was.keys()].filter((pattern) => !is.has(pattern) && isSigned(was.get(pattern)))
  const open = [...opened, ...fallen]
  return [
    ...(open.length > 0
      ? [
          {
            kind: 'access-opened' as const,
            text: `Requests of ${shown(open)} are answered without a signature from now on.`,
          },
        ]
      : []),
    ...(closed.length > 0
      ? [
          {
            kind: 'viewers-refused' as const,
            text: `Requests of ${shown(closed)} without a signature of a trusted key are answered with 403.`,
          },
        ]
      : []),
  ]
}

const countries: Saying = (before, after) => {
  const of = (config: JsonObject) => objectAt(objectAt(config, 'Restrictions'), 'GeoRestriction')
  const [was, is] = [of(before), of(after)]
  const [wasKind, isKind] = [
    textAt(was, 'RestrictionType') || 'none',
    textAt(is, 'RestrictionType') || 'none',
  ]
  const list = (config: JsonObject) => itemsIn({ config }, 'config').map(String).toSorted().join(' ')
  if (wasKind === isKind && list(was) === list(is)) return []
  if (isKind === 'none')
    return [
      {
        kind: 'access-opened',
        text: 'The geographic restriction is gone: viewers of every country are answered.',
      },
    ]
  const text = 'Viewers of the restricted countries are answered with 403.'
  const isOpened = wasKind !== 'none'
  return [
    { kind: 'viewers-refused', text },
    ...(isOpened
      ? [
          {
            kind: 'access-opened' as const,
            text: 'Countries that were restricted until now may be answered.',
          },
        ]
      : []),
  ]
}

const firewall: Saying = (before, after) => {
  const [was, is] = [textAt(before, 'WebACLId'), textAt(after, 'WebACLId')]
  if (was === is) return []
  return is === ''
    ? [{ kind: 'access-opened', text: 'Requests are no longer filtered by a web ACL.' }]
    : [
        {
          kind: 'cost',
          text: 'The web ACL filters requests as soon as it is associated; AWS WAF bills for it.',
        },
      ]
}

/** Security policies in the order in which they refuse more viewers; an unknown one is taken for the strictest. */
function strictness(version: string): number {
  const inOrder: readonly string[] = minimumProtocolVersion.values
  const at = inOrder.indexOf(version)
  return at < 0 ? inOrder.length : at
}

const policyOf = (config: JsonObject) =>
  textAt(objectAt(config, 'ViewerCertificate'), 'MinimumProtocolVersion') || 'TLSv1'

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html */
const securityPolicy: Saying = (before, after) => {
  const [was, is] = [policyOf(before), policyOf(after)]
  if (was === is) return []
  return strictness(is) > strictness(was)
    ? [
        {
          kind: 'viewers-refused',
          text: `Viewers that cannot speak what the security policy ${is} asks for can no longer connect.`,
        },
      ]
    : [{ kind: 'note', text: `The security policy ${is} lets viewers connect that ${was} refused.` }]
}

const protocols: Saying = (before, after) => {
  const was = behaviorsOf(before)
  const only = (one: JsonObject | undefined) => one?.['ViewerProtocolPolicy'] === 'https-only'
  const refusing = [...behaviorsOf(after)].some(([pattern, one]) => only(one) && !only(was.get(pattern)))
  return refusing ? [{ kind: 'viewers-refused', text: 'Plain HTTP requests are answered with 403.' }] : []
}

const origins: Saying = (before, after) => {
  const was = behaviorsOf(before)
  const moved = [...behaviorsOf(after)].filter(([pattern, behavior]) => {
    const earlier = was.get(pattern)
    return (
      earlier !== undefined &&
      askedBy(before, earlier['TargetOriginId']) !== askedBy(after, behavior['TargetOriginId'])
    )
  })
  return moved.length === 0
    ? []
    : [
        {
          kind: 'cache-kept',
          text: `What is cached from the earlier origin of ${shown(moved.map(([pattern]) => pattern))} is served until it expires; while the change spreads, either origin is asked.`,
        },
      ]
}

const routing: Saying = (before, after) => {
  const [was, is] = [[...behaviorsOf(before).keys()], [...behaviorsOf(after).keys()]]
  const gone = was.filter((pattern) => !is.includes(pattern))
  const isReordered =
    was.filter((pattern) => is.includes(pattern)).join('\n') !==
    is.filter((pattern) => was.includes(pattern)).join('\n')
  const added = is.filter((pattern) => !was.includes(pattern))
  return [
    ...(gone.length > 0
      ? [
          {
            kind: 'routing' as const,
            text: `${shown(gone)} no longer has a behavior of its own: its requests are answered by the next one that matches.`,
          },
        ]
      : []),
    ...(isReordered || added.length > 0
      ? [
          {
            kind: 'routing' as const,
            text: 'The order or the patterns of the behaviors change, so the same path may be answered by another one.',
          },
        ]
      : []),
  ]
}

const price: Saying = (before, after) =>
  (textAt(before, 'PriceClass') || 'PriceClass_All') !== (textAt(after, 'PriceClass') || 'PriceClass_All')
    ? [{ kind: 'cost', text: 'The price class decides which edge locations answer, and what they cost.' }]
    : []

const sayings: readonly Saying[] = [
  outage,
  names,
  signatures,
  countries,
  firewall,
  securityPolicy,
  protocols,
  routing,
  origins,
  price,
]

/** One sentence for each thing that a change of a distribution does. */
export const siteConsequences: Saying = (before, after) => [
  ...sayings.flatMap((saying) => saying(before, after)),
  {
    kind: 'note',
    text: 'It spreads to all edge locations within minutes; until then viewers get the one or the other.',
  },
]
