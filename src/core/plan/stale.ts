/**
 * Which cached objects a change makes stale, as the paths of an invalidation:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html
 */
import { said } from '#core/ground/said.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import { itemsIn } from './api-list.ts'
import type { Plan } from './plan.ts'
import { type LiveResources, resolveConfig } from './resolve.ts'

export interface StalePath {
  /** Begins with a slash; a `*` only at its end. */
  readonly path: string
  readonly reason: string
}

const objectIn = (config: JsonObject | undefined, name: string): JsonObject | undefined => {
  const value = config?.[name]
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined
}
const patternOf = (behavior: JsonObject): string => said(behavior['PathPattern'] ?? '*')

/** A path pattern as a regular expression over paths; `*` and `?` as CloudFront reads them. */
const matcher = (pattern: string): RegExp => {
  const text = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^/?${text}$`)
}
/** Some path that a pattern matches. */
const sampleOf = (pattern: string) => pattern.replaceAll('*', 'x').replaceAll('?', 'x')

function servingBehavior(config: JsonObject, pattern: string): JsonObject | undefined {
  const ordered = itemsIn(config, 'CacheBehaviors')
  const same = ordered.find((behavior) => patternOf(behavior) === pattern)
  const sample = sampleOf(pattern)
  return (
    same ??
    (pattern === '*' ? undefined : ordered.find((behavior) => matcher(patternOf(behavior)).test(sample))) ??
    objectIn(config, 'DefaultCacheBehavior')
  )
}

/** Where a behavior's objects come from: an origin, or the members of a group in their order. */
function originsBehind(config: JsonObject, target: Json | undefined): readonly JsonObject[] {
  const group = itemsIn(config, 'OriginGroups').find(({ Id }) => Id === target)
  const members = group ? itemsIn(group, 'Members').map(({ OriginId }) => OriginId) : [target]
  return members.flatMap((id) => itemsIn(config, 'Origins').filter(({ Id }) => Id === id))
}

const originEvents = ['origin-request', 'origin-response']
/** What decides the bytes that are stored; response headers policies and viewer events work after the cache. */
function contentSource(config: JsonObject, behavior: JsonObject | undefined): string {
  const origins = originsBehind(config, behavior?.['TargetOriginId']).map((origin) => [
    origin['DomainName'],
    origin['OriginPath'] ?? '',
    itemsIn(origin, 'CustomHeaders').map(({ HeaderName, HeaderValue }) => [HeaderName, HeaderValue]),
  ])
  const functions = (behavior ? itemsIn(behavior, 'LambdaFunctionAssociations') : [])
    .filter(({ EventType }) => originEvents.includes(said(EventType)))
    .map(({ EventType, LambdaFunctionARN }) => [EventType, LambdaFunctionARN])
  return JSON.stringify([origins, functions])
}

const ttls = ['DefaultTTL', 'MaxTTL', 'MinTTL'] as const
const isShorter = (before: JsonObject | undefined, after: JsonObject | undefined): boolean =>
  ttls.some((name) => Number(after?.[name] ?? Number.NaN) < Number(before?.[name] ?? Number.NaN))

/** An invalidation takes a `*` only at the end, so a pattern with one before that is cut there. */
function invalidationPath(pattern: string): string {
  const rooted = pattern.startsWith('/') ? pattern : pattern.startsWith('*') ? `/${pattern}` : `/${pattern}`
  const wildcard = rooted.search(/[*?]/)
  return wildcard < 0 ? rooted : `${rooted.slice(0, wildcard)}*`
}

/** Leaves out what a wider path covers. */
function withoutCovered(paths: readonly StalePath[]): readonly StalePath[] {
  const covers = (wide: string, path: string) =>
    wide !== path && wide.endsWith('*') && path.startsWith(wide.slice(0, -1))
  return paths.filter(
    ({ path }, index) =>
      !paths.some((other, at) => covers(other.path, path) || (other.path === path && at < index)),
  )
}

/** The paths of one distribution whose cached objects differ from what the wanted configuration would store. */
export function stalePaths(
  before: JsonObject,
  after: JsonObject,
  policies: (id: Json | undefined, when: 'before' | 'after') => JsonObject | undefined = () => undefined,
): readonly StalePath[] {
  const patterns = [
    ...new Set([...itemsIn(before, 'CacheBehaviors'), ...itemsIn(after, 'CacheBehaviors')].map(patternOf)),
    '*',
  ]
  const stale = patterns.flatMap((pattern): StalePath[] => {
    const [was, is] = [servingBehavior(before, pattern), servingBehavior(after, pattern)]
    const path = invalidationPath(pattern)
    if (contentSource(before, was) !== contentSource(after, is))
      return [
        { path, reason: 'its objects now come from elsewhere, and those cached stay until they expire' },
      ]
    const isSamePolicy = was?.['CachePolicyId'] === is?.['CachePolicyId']
    const shorter =
      isShorter(was, is) ||
      (isSamePolicy &&
        isShorter(policies(was?.['CachePolicyId'], 'before'), policies(is?.['CachePolicyId'], 'after')))
    return shorter ? [{ path, reason: 'its objects keep the longer lifetime they were stored with' }] : []
  })
  return withoutCovered(stale)
}

type Stale = Readonly<Record<LogicalId, readonly StalePath[]>>
type Configs = Readonly<Record<LogicalId, JsonObject>>

function staleBetween(sites: readonly LogicalId[], live: LiveResources, wanted: Configs): Stale {
  const policies = (id: Json | undefined, when: 'before' | 'after') => {
    const name = Object.keys(live).find((one) => live[one]?.physicalId === id)
    return name === undefined ? undefined : when === 'before' ? live[name]?.config : wanted[name]
  }
  return Object.fromEntries(
    sites.flatMap((id) => {
      const paths = stalePaths(live[id]?.config ?? {}, wanted[id] ?? {}, policies)
      return paths.length > 0 ? [[id, paths]] : []
    }),
  )
}

/** The stale paths of every distribution that a design changes, by logical id. */
export function staleByDesign(document: DesignDocument, live: LiveResources): Stale {
  const wanted = Object.keys(live).map((id) => [id, resolveConfig(document, id, live).config])
  const sites = Object.keys(live).filter((id) => document.resources[id]?.type === 'Distribution')
  return staleBetween(sites, live, Object.fromEntries(wanted))
}

/** The same for a plan whose steps may bring their own configs: the way back is not what the design says. */
export function staleByPlan(
  document: DesignDocument,
  { steps }: Pick<Plan, 'steps'>,
  live: LiveResources,
): Stale {
  const sent = steps.filter(({ action, config, resource }) => action === 'update' && config && live[resource])
  if (sent.length === 0) return staleByDesign(document, live)
  const sites = sent.filter(({ type }) => type === 'Distribution').map(({ resource }) => resource)
  return staleBetween(
    sites,
    live,
    Object.fromEntries(sent.map(({ resource, config = {} }) => [resource, config])),
  )
}
