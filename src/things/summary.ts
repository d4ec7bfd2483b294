/** What a node says at a glance, in words of AWS's console. */

import { tableOf } from '#core/ground/names.ts'
import { defaultBehaviorName } from '#core/model/distribution.ts'
import type {
  Behavior,
  DesignDocument,
  DistributionConfig,
  Origin,
  OriginGroup,
} from '#core/model/document.ts'
import { known, knownItems } from '#core/model/field.ts'
import { valueAt } from '#core/model/path.ts'
import type { Picture } from '#core/model/picture.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { isSampleHost } from '#core/origins/kind/samples.ts'
import { resourceKinds } from '#core/resources/index.ts'
import { withoutMisfits } from '#core/resources/walk/misfits.ts'
import { type Lane, prefixOfFold } from './behavior-rows.ts'
import type { CanvasNode } from './project.ts'
import { type RowFacts, rowFacts } from './row-facts.ts'

export interface Summary {
  readonly title: string
  readonly subtitle: string
  readonly badges: readonly string[]
  /** Nobody has written yet where the origin is. */
  readonly isSample?: boolean
  /** How an origin of its kind looks. */
  readonly picture?: Picture | undefined
  /** What the row of a behavior says in its columns. */
  readonly row?: RowFacts
}

/** All that a summary says of a node, its functions by their names. */
export const inFull = ({ subtitle, badges, row }: Summary): string =>
  [
    subtitle,
    ...badges.filter((badge) => !badge.startsWith('ƒ')),
    ...(row?.functions ?? []).map(({ name }) => `ƒ ${name}`),
  ].join(' · ')

function behaviorSummary(behavior: Behavior): Summary {
  const row = rowFacts(behavior)
  const { protocol, methods, policies, functions, isSigned } = row
  const cache =
    policies.find(({ field }) => field === 'CachePolicyId')?.name ??
    (behavior.ForwardedValues ? 'Legacy settings' : 'No cache policy')
  const badges = [
    cache,
    methods === 'GET HEAD' ? undefined : methods,
    functions.length > 0 ? `ƒ ${functions.length}` : undefined,
    policies.some(({ field }) => field === 'ResponseHeadersPolicyId') ? 'Headers' : undefined,
    isSigned ? 'Signed' : undefined,
  ]
  return {
    title: nameOf(behavior.PathPattern) || defaultBehaviorName,
    subtitle: protocol.long,
    badges: badges.filter((badge) => badge !== undefined),
    row,
  }
}

/** The icon of an origin's kind; a VPC origin's is that of what it goes through. */
export const originPicture = (document: DesignDocument, origin: Origin): Picture | undefined =>
  known(origin.VpcOriginConfig) ? resourceKinds.VpcOrigin.picture : originKindOf(document, origin)?.picture

function originSummary(document: DesignDocument, origin: Origin): Summary {
  const kind = originKindOf(document, origin)
  const badges = [
    isSampleHost(origin.DomainName) ? 'No host yet' : undefined,
    kind?.label ?? 'Origin',
    origin.OriginAccessControlId ? 'OAC' : undefined,
    known(origin.S3OriginConfig)?.OriginAccessIdentity ? 'OAI' : undefined,
    known(known(origin.OriginShield)?.Enabled) === true ? 'Shield' : undefined,
  ]
  return {
    title: nameOf(origin.Id),
    subtitle: nameOf(origin.DomainName) + nameOf(origin.OriginPath),
    badges: badges.filter((badge) => badge !== undefined),
    isSample: isSampleHost(origin.DomainName),
    picture: originPicture(document, origin),
  }
}

const groupSummary = (group: OriginGroup): Summary => ({
  title: nameOf(group.Id),
  subtitle: (group.Members ?? []).map((member) => nameOf(known(member)?.OriginId)).join(' → '),
  badges: [`on ${knownItems(known(group.FailoverCriteria)?.StatusCodes).join(' ')}`],
})

/** The versions beside HTTP/1.1, as the console writes them. */
const versions: Readonly<Record<string, string>> = tableOf({
  http2: 'HTTP/2',
  http3: 'HTTP/3',
  http2and3: 'HTTP/2 and 3',
})

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`

function distributionSummary(id: string, config: DistributionConfig): Summary {
  const aliases = (config.Aliases ?? []).map((alias) => nameOf(alias))
  const restriction = known(known(known(config.Restrictions)?.GeoRestriction)?.RestrictionType)
  const errorPages = config.CustomErrorResponses?.length ?? 0
  const badges = [
    known(config.Staging) === true ? 'Staging' : undefined,
    known(config.Enabled) === false ? 'Disabled' : undefined,
    config.WebACLId ? 'WAF' : undefined,
    restriction !== undefined && restriction !== 'none' ? 'Geo' : undefined,
    errorPages > 0 ? count(errorPages, 'error page') : undefined,
    known(known(config.Logging)?.Enabled) === true ? 'Logs' : undefined,
    versions[known(config.HttpVersion) ?? ''] ?? known(config.HttpVersion),
    known(config.PriceClass)?.replace('PriceClass_', 'Price class ').replace(' All', ' all'),
  ]
  return {
    title: id,
    subtitle: aliases.length > 0 ? aliases.join(', ') : 'cloudfront.net domain name',
    badges: badges.filter((badge) => badge !== undefined),
  }
}

/** Words of things that say all about themselves; an edit of another thing leaves them as they are. */
const settled = new WeakMap<object, Summary>()

function remembered(value: object, make: () => Summary): Summary {
  const summary = settled.get(value) ?? make()
  settled.set(value, summary)
  return summary
}

/** What was said of a lane before, by its first behavior: the same words are the same object. */
const laneWords = new WeakMap<object, Summary>()

/** Numbers in their order, those that follow each other as a range: `1–4, 7`. */
function ranges(numbers: readonly number[]): string {
  const found: [first: number, last: number][] = []
  for (const number of numbers) {
    const last = found.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else found.push([number, number])
  }
  return found.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ')
}

function laneSummary(first: object, { fold, behaviors }: Lane): Summary {
  const prefix = prefixOfFold(fold)
  const summary: Summary = {
    title: `${count(behaviors.length, 'behavior')}${prefix === undefined ? '' : ` ${prefix}…`}`,
    subtitle: behaviors.map(({ pattern }) => pattern).join(' '),
    badges: [`Precedence ${ranges(behaviors.map(({ order }) => order))}`],
  }
  const before = laneWords.get(first)
  if (before && JSON.stringify(before) === JSON.stringify(summary)) return before
  laneWords.set(first, summary)
  return summary
}

const viewer: Summary = { title: 'Viewers', subtitle: 'browsers', badges: [] }
const nothing: Summary = { title: '', subtitle: '', badges: [] }

/** The words of a node; the same object as long as they are the same. */
export function summaryOf(document: DesignDocument, { kind, path, owner, lane }: CanvasNode): Summary {
  if (kind === 'viewer') return viewer
  const value = valueAt(withoutMisfits(document), path)
  if (typeof value !== 'object' || value === null) return nothing
  // The path of a projected node leads to a thing of its kind.
  if (lane) return laneSummary(value, lane)
  if (kind === 'behavior') return remembered(value, () => behaviorSummary(value as Behavior))
  if (kind === 'group') return remembered(value, () => groupSummary(value as OriginGroup))
  if (kind === 'distribution')
    return remembered(value, () => distributionSummary(owner, value as DistributionConfig))
  const origin = value as Origin
  // What a reference leads to may change while the origin stays the same.
  return known(origin.DomainName) === undefined
    ? originSummary(document, origin)
    : remembered(value, () => originSummary(document, origin))
}
