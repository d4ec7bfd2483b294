/** Which behaviors a change can reach: those whose requests are worth sending through both designs. */
import { compilePatterns, examplePath } from '#core/http/path-pattern.ts'
import {
  behaviorsOf,
  distributionsIn,
  type PlacedBehavior,
  type PlacedResource,
} from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { known, knownItems } from '#core/model/field.ts'
import { namedBy } from '#core/model/reference.ts'

export interface Reach {
  /** Patterns of the behaviors to try; “*” is the default one. */
  readonly patterns: readonly string[]
  /** How many behaviors they were taken from. */
  readonly of: number
  /** They are behaviors that the change touches, and not merely the first ones. */
  readonly isTouched: boolean
}

/** As many behaviors as are tried of those that a change touches, and of a design of which it touches none. */
const most = { touched: 12, others: 6 }

type Site = PlacedResource<'Distribution'>

const siteIn = (document: DesignDocument, id: LogicalId): Site | undefined =>
  distributionsIn(document).find((one) => one.id === id)

const patternOf = ({ behavior }: PlacedBehavior): string => known(behavior.PathPattern) ?? '*'
const patternsOf = (site: Site): string[] => behaviorsOf(site).map(patternOf)

/** What resources say that are named from somewhere, and those that they name. */
function saidBy(document: DesignDocument, ids: readonly LogicalId[]): string {
  const all = new Set<LogicalId>()
  const walk = (id: LogicalId) => {
    const resource = document.resources[id]
    if (!resource || all.has(id)) return
    all.add(id)
    for (const { to } of namedBy(resource)) walk(to)
  }
  for (const id of ids) walk(id)
  return JSON.stringify([...all].sort().map((id) => document.resources[id]?.config))
}

/** All that decides of the requests of a behavior but what holds for every path. */
function behind(document: DesignDocument, site: Site) {
  const behaviors = behaviorsOf(site)
  const ordered = behaviors.filter(({ index }) => index !== undefined)
  const fallback = behaviors.find(({ index }) => index === undefined)
  const matcher = compilePatterns(ordered.map(patternOf))
  const resource = document.resources[site.id]
  const named = resource ? namedBy(resource).map(({ to }) => to) : []
  const origins = [...knownItems(site.config.Origins), ...knownItems(site.config.OriginGroups)]
  const targets = (id: string | undefined): unknown[] => {
    const found = origins.find((one) => known(one.Id) === id)
    const members =
      found && 'Members' in found ? knownItems(found.Members).map((one) => known(one.OriginId)) : []
    return found ? [found, ...members.filter((one) => one !== id).flatMap(targets)] : []
  }
  return (path: string): string => {
    const taken = ordered[matcher.match(path)] ?? fallback
    if (!taken) return ''
    const text = JSON.stringify([taken.behavior, ...targets(known(taken.behavior.TargetOriginId))])
    return `${text} ${saidBy(
      document,
      named.filter((to) => text.includes(JSON.stringify(to))),
    )}`
  }
}

/** What holds for every path of a distribution. */
const wide = ({ config }: Site): string =>
  JSON.stringify({
    ...config,
    Origins: null,
    OriginGroups: null,
    CacheBehaviors: null,
    DefaultCacheBehavior: null,
  })

/** The behaviors by which a change is to be tried. */
export function reachOf(before: DesignDocument, after: DesignDocument, id: LogicalId): Reach {
  const [was, is] = [siteIn(before, id), siteIn(after, id)]
  if (!was || !is) return { patterns: [], of: 0, isTouched: false }
  const all = [...new Set([...patternsOf(was), ...patternsOf(is)])]
  const [old, now] = [behind(before, was), behind(after, is)]
  const touched = all.filter((pattern) => {
    const path = examplePath(pattern)
    return old(path) !== now(path)
  })
  if (touched.length > 0 && wide(was) === wide(is))
    return { patterns: touched.slice(0, most.touched), of: touched.length, isTouched: true }
  const first = [...touched, ...all.filter((pattern) => !touched.includes(pattern))]
  return {
    patterns: first.slice(0, Math.max(most.others, Math.min(touched.length, most.touched))),
    of: all.length,
    isTouched: false,
  }
}
