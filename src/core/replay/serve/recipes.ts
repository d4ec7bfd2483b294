/**
 * What a plain request comes to, by what the caches on its way hold: found in one of them, or in none and the origin gives
 * the answer that it gave before. The engine is asked once for each such case of a shape; after that the same case at any
 * place and time leaves the same objects behind, only with times of their own.
 *
 * Only cases in which nothing but those objects matters are taken: a GET without a range, no edge function, no error, no
 * signature, no country, one attempt on one origin.
 */

import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import type { CachedObject, CacheTier } from '#core/trace/engine/cache.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { mayServeStaleWhileRevalidating } from '#core/trace/engine/staleness.ts'
import type { Outcomes } from './outcome.ts'
import type { Shapes } from './shapes.ts'
import type { Target } from './targets.ts'

/** The caches of one behavior's requests at one place. */
export interface Route {
  readonly tiers: readonly CacheTier[]
  /** The number of the one farthest from the viewer. */
  readonly farthest: number
}

/** The routes that requests were seen to take, by behavior and place. */
export class Routes {
  /** By behavior: whether nothing but objects in caches matters to its requests. */
  readonly isPlain: readonly boolean[]
  private readonly list: (Route | undefined)[][]
  private readonly farthestOf: (exchange: Exchange) => number

  constructor(
    { behaviors, staging }: CompiledDistribution,
    shapes: Shapes,
    farthestOf: (exchange: Exchange) => number,
  ) {
    this.list = behaviors.map(() => [])
    this.isPlain = behaviors.map(
      ({ signing }, index) =>
        staging === null &&
        signing === null &&
        !shapes.isUnsteady(index) &&
        shapes.dependence(index)?.country === false,
    )
    this.farthestOf = farthestOf
  }

  of(behavior: number, place: number): Route | undefined {
    return this.list[behavior]?.[place]
  }

  learn(behavior: number, place: number, exchange: Exchange): void {
    const routes = this.list[behavior] as (Route | undefined)[] // one for each behavior
    routes[place] ??= { tiers: exchange.tiers, farthest: this.farthestOf(exchange) }
  }
}

export interface Recipe {
  /** The answer that the object was made from. */
  readonly answer: number
  /** Its reason is that of the first time; see {@link Outcomes.withReason}. */
  readonly outcome: number
  readonly originBytes: number
  /** What the origin's answer left in the caches; null where nobody asked the origin. */
  readonly made: CachedObject | null
}

interface ShapeCases {
  readonly key: number
  /** Null where requests go past the caches. */
  readonly keyText: string | null
  readonly recipes: (Recipe | undefined)[]
}

/** Cases of one length of route: found in one of up to three caches, nowhere, or only expired. */
const casesOfRoute = 5
const nowhere = 3
const expired = 4

export class Recipes {
  /** What {@link find} came upon. */
  route: Route | null = null
  /** The caches that the object has not been in, the viewer's side first. */
  nearer = 0
  object: CachedObject | null = null
  key = -1
  isExpired = false
  private readonly byShape: (ShapeCases | undefined)[] = []
  private readonly routes: Routes

  constructor(routes: Routes) {
    this.routes = routes
  }

  /** Keeps what the engine has made of a request. `madeFrom` is the only answer that its object was ever made from. */
  learn(
    shape: number,
    place: number,
    { behavior, method }: Target,
    exchange: Exchange,
    recipe: Omit<Recipe, 'made'>,
    key: number,
  ): void {
    const { cacheKeyText: keyText, tiers, stored, stale, attempts } = exchange
    if (!this.routes.isPlain[behavior] || !isSimple(exchange)) return
    if (keyText === null) {
      if (attempts === 1) this.casesOf(shape, key, keyText).recipes[0] = { ...recipe, made: null }
      return
    }
    if (method !== 'GET' || !isPlainFetch(exchange, keyText)) return
    this.routes.learn(behavior, place, exchange)
    const state = attempts === 0 ? exchange.foundTier : stale === null ? nowhere : expired
    const { recipes } = this.casesOf(shape, key, keyText)
    recipes[(tiers.length - 1) * casesOfRoute + state] = {
      ...recipe,
      made: attempts === 0 ? null : stored,
    }
  }

  private casesOf(shape: number, key: number, keyText: string | null): ShapeCases {
    const known = this.byShape[shape] ?? { key, keyText, recipes: [] }
    this.byShape[shape] = known
    return known
  }

  /** The recipe for a request, with what it needs in the fields above; null where the engine has to be asked. */
  find(
    shape: number,
    place: number,
    behavior: number,
    answer: number,
    now: number,
    madeFrom: readonly (number | undefined)[],
  ): Recipe | null {
    const known = this.byShape[shape]
    if (known === undefined) return null
    if (known.keyText === null) return this.pastTheCaches(known, answer)
    const route = this.routes.of(behavior, place)
    if (route === undefined) return null
    const { tiers } = route
    let state = nowhere
    let lastExpired: CachedObject | null = null
    for (let tier = 0; tier < tiers.length; tier += 1) {
      const object = (tiers[tier] as CacheTier).objects.get(known.keyText) // below the length
      if (object === undefined) continue
      if (object.isError) return null
      if (now < object.freshUntil) {
        state = tier
        this.object = object
        break
      }
      if (now < object.retryAt || mayServeStaleWhileRevalidating(object, now)) return null
      lastExpired = object
      state = expired
    }
    const recipe = known.recipes[(tiers.length - 1) * casesOfRoute + state]
    if (recipe === undefined || recipe.answer !== madeFrom[known.key]) return null
    if (state >= nowhere) {
      if (recipe.answer !== answer) return null
      if (lastExpired !== null && !isAlike(lastExpired, recipe.made)) return null
    }
    this.key = known.key
    this.route = route
    this.nearer = state < nowhere ? state : tiers.length
    this.isExpired = state === expired
    return recipe
  }

  private pastTheCaches({ key, recipes }: ShapeCases, answer: number): Recipe | null {
    const [recipe] = recipes
    if (recipe === undefined || recipe.answer !== answer) return null
    this.key = key
    this.route = null
    this.object = null
    return recipe
  }

  /** Leaves in the caches what the recipe that was just found does; returns the object. */
  follow({ made }: Recipe, now: number): CachedObject | null {
    const { route, nearer } = this
    const object = made === null ? this.object : renewed(made, now)
    if (object !== null && route !== null)
      for (let tier = 0; tier < nearer; tier += 1) route.tiers[tier]?.objects.set(object.key, object)
    return object
  }
}

/** A confirmed object keeps its body: it has to be the one that the recipe's was. */
const isAlike = (object: CachedObject, made: CachedObject | null): boolean =>
  made !== null && object.encodedSize === made.encodedSize && object.body.size === made.body.size

const renewed = (made: CachedObject, now: number): CachedObject => ({
  ...made,
  bornAt: now,
  storedAt: now,
  freshUntil: now + made.ttl * 1000,
})

export const isSimple = (exchange: Exchange): boolean =>
  exchange.functions.length === 0 &&
  exchange.errorStatus === 0 &&
  exchange.originFault === null &&
  exchange.originIndex === 0 &&
  !exchange.refreshesBehind &&
  !exchange.servesStale

export function isPlainFetch(exchange: Exchange, keyText: string): boolean {
  const { attempts, found, stored, stale } = exchange
  if (exchange.request.headers.has('range')) return false
  if (attempts === 0)
    return found !== null && found.key === keyText && !found.isError && exchange.now < found.freshUntil
  return (
    attempts === 1 &&
    stored !== null &&
    stored.key === keyText &&
    !stored.isError &&
    stored.bornAt === exchange.now &&
    (stale === null || (stale.key === keyText && !stale.isError))
  )
}
