/** What changes between two states of one distribution: by classes of paths, and for every path. */
import { normalizePattern } from '#core/http/path-automaton.ts'
import { changesOf } from './aspect.ts'
import { aspects } from './aspects/index.ts'
import { byGravity, type Change } from './change.ts'
import { chosenOriginChanges } from './chosen-origins.ts'
import { stagingChanges, tenantsChanges } from './nested.ts'
import { pathBetween, type Routing, routingOf } from './routes.ts'
import { behaviorAt, behaviorName, type Here, type Side } from './side.ts'
import { wideAspects } from './wide/index.ts'
import { wideChangesOf } from './wide.ts'
import { enumerated, sizeInWords } from './words.ts'

/** A behavior by its pattern, and where it sends requests. */
export interface Place {
  readonly behavior: string
  readonly origin: string
}
export interface RoutingClass {
  readonly witness: string
  /** How large it is, in words. */
  readonly paths: string
  readonly before: Place
  readonly after: Place
  /** Empty where another behavior serves the paths in the very same way. */
  readonly changes: readonly Change[]
}
export interface SiteReview {
  readonly before: Side
  readonly after: Side
  readonly routing: readonly RoutingClass[]
  readonly distribution: readonly Change[]
  /** The class of a path; null where nothing changes for it but what `distribution` says. */
  readonly classOf: (path: string) => number | null
}

interface Sides {
  readonly olds: readonly Here[]
  readonly news: readonly Here[]
  readonly oldRouting: Routing
  readonly newRouting: Routing
}

const patternsOf = ({ compiled: { behaviors } }: Side) => behaviors.slice(0, -1).map(({ pattern }) => pattern)

const sidesOf = (before: Side, after: Side): Sides => ({
  olds: before.compiled.behaviors.map((behavior) => behaviorAt(before, behavior)),
  news: after.compiled.behaviors.map((behavior) => behaviorAt(after, behavior)),
  oldRouting: routingOf(patternsOf(before)),
  newRouting: routingOf(patternsOf(after)),
})

const isSameBehavior = ({ behavior: one }: Here, { behavior: other }: Here) =>
  normalizePattern(one.pattern) === normalizePattern(other.pattern)

const changesBetween = (before: Here, after: Here): Change[] =>
  byGravity(aspects.flatMap((aspect) => changesOf(aspect, before, after)))

const placeOf = ({ behavior }: Here): Place => ({
  behavior: behaviorName(behavior),
  origin: behavior.target.id,
})

/** The class of paths that go from one behavior to another; undefined where there are none, or nothing changes. */
function classBetween(sides: Sides, i: number, j: number): RoutingClass | undefined {
  const [before, after] = [sides.olds[i], sides.news[j]]
  if (!before || !after) return undefined
  const isSame = isSameBehavior(before, after)
  const first = isSame ? changesBetween(before, after) : []
  if (isSame && first.length === 0) return undefined
  const found = pathBetween(sides.oldRouting, sides.newRouting, i, j)
  if (!found) return undefined
  return {
    witness: found.witness ?? '/',
    paths: sizeInWords(sides.oldRouting, sides.newRouting, i, j),
    before: placeOf(before),
    after: placeOf(after),
    changes: isSame ? first : changesBetween(before, after),
  }
}

/** `/` is a class of its own where the default root object changes. */
function rootClass(sides: Sides, wide: readonly Change[]): RoutingClass | undefined {
  const own = wide.filter(({ setting }) => setting.endsWith('/DefaultRootObject'))
  const before = sides.olds[sides.oldRouting.choose('/')]
  const after = sides.news[sides.newRouting.choose('/')]
  if (own.length === 0 || !before || !after) return undefined
  return {
    witness: '/',
    paths: '/ alone',
    before: placeOf(before),
    after: placeOf(after),
    changes: byGravity([...own, ...changesBetween(before, after)]),
  }
}

function classesOf(sides: Sides): Map<string, RoutingClass> {
  const classes = new Map<string, RoutingClass>()
  for (const i of sides.olds.keys())
    for (const j of sides.news.keys()) {
      const found = classBetween(sides, i, j)
      if (found) classes.set(`${i} ${j}`, found)
    }
  return classes
}

const worst = ({ changes }: RoutingClass) =>
  Math.min(3, ...changes.map(({ severity }) => ['danger', 'change', 'note'].indexOf(severity)))

/** CloudFront fetches an error page itself, so that nothing of what viewers meet first has a part in it. */
const ofPages: ReadonlySet<string> = new Set(['origin', 'cache-key', 'ttl', 'origin-request', 'compression'])
const concernsPages = ({ what, after, before }: Change): boolean =>
  ofPages.has(what) || (what === 'functions' && /on origin-/.test(`${before} ${after}`))

/** An error page that is served otherwise changes what every path answers with that error. */
function errorPages(
  before: Side,
  after: Side,
  classOf: SiteReview['classOf'],
  routing: readonly RoutingClass[],
): Change[] {
  const pages = new Map<string, number[]>()
  for (const { errorCode, pagePath } of after.compiled.errorResponses.values())
    if (pagePath !== null && before.compiled.errorResponses.get(errorCode)?.pagePath === pagePath)
      pages.set(pagePath, [...(pages.get(pagePath) ?? []), errorCode])
  return [...pages].flatMap(([page, codes]): Change[] => {
    const at = classOf(page.split('?')[0] ?? page)
    const found = at === null ? undefined : routing[at]
    const changes = (found?.changes ?? []).filter(concernsPages)
    if (!found || changes.length === 0) return []
    const errors = enumerated(codes.map(String), 'or')
    return [
      {
        what: 'errors',
        before: `${page} by ${found.before.behavior}`,
        after: `${page} by ${found.after.behavior}`,
        severity: changes.some(({ severity }) => severity === 'danger') ? 'danger' : 'note',
        text: `The page “${page}” that viewers get in place of a ${errors} is one of the paths that change (${found.paths}).`,
        setting: changes[0]?.setting ?? '/CustomErrorResponses',
        kinds: [],
        shownBy: codes.map((status) => ({ answers: { match: {}, response: { status } } })),
      },
    ]
  })
}

/** Compares two states of a distribution. */
export function reviewSite(before: Side, after: Side): SiteReview {
  const sides = sidesOf(before, after)
  const wide = wideAspects.flatMap((aspect) => wideChangesOf(aspect, before, after))
  const root = rootClass(sides, wide)
  const found = [...classesOf(sides), ...(root ? [['root', root] as const] : [])].sort(
    ([, one], [, other]) => worst(one) - worst(other),
  )
  const places = new Map(found.map(([key], at) => [key, at]))
  const routing = found.map(([, one]) => one)
  const classOf = (path: string): number | null =>
    (path === '/' ? places.get('root') : undefined) ??
    places.get(`${sides.oldRouting.choose(path)} ${sides.newRouting.choose(path)}`) ??
    null
  return {
    before,
    after,
    routing,
    distribution: byGravity([
      ...wide,
      ...errorPages(before, after, classOf, routing),
      ...chosenOriginChanges(before, after),
      ...stagingChanges(before, after, reviewSite),
      ...tenantsChanges(before, after, [...wide, ...routing.flatMap(({ changes }) => changes)], reviewSite),
    ]),
    classOf,
  }
}
