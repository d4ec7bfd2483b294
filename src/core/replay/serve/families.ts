/**
 * Shapes of a *family* differ in their path alone, and the design looks at nothing of the path but the behavior that it
 * leads to. So what the engine has made of one of them it would make of the others in the same case: found in one of the
 * caches, or in none and the origin gives such an answer. It is asked once for each case of a family instead of once for
 * each object.
 *
 * Taken are the cases of {@link Recipes} for GET requests; of answers the kind, the lifetime and the band of the size count.
 */
import type { CachedObject, CacheTier } from '#core/trace/engine/cache.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { mayServeStaleWhileRevalidating } from '#core/trace/engine/staleness.ts'
import type { Answers } from './answers.ts'
import type { Keys } from './keys.ts'
import { isPlainFetch, isSimple, type Route, type Routes } from './recipes.ts'
import { isRepeatable, RepeatedObject } from './repeated-object.ts'
import type { Shapes } from './shapes.ts'
import type { Target } from './targets.ts'

/** What a case of a family comes to. */
interface FamilyCase {
  readonly outcome: number
  /** Whether the origin's body was brought; else nothing was. */
  readonly bringsBody: boolean
  /** What the origin's answer left in the caches; null where nobody asked the origin, or nothing was kept. */
  readonly made: CachedObject | null
}

interface Family {
  /** What stands around the path in the cache key; null where requests go past the caches. */
  readonly around: { readonly before: string; readonly after: string } | null
  /** Found in a cache: by answer's class, then by length of the route and the place on it. */
  readonly hits: Map<number, (FamilyCase | undefined)[]>
  /** The origin was asked: by answer's class and lifetime, then by length of the route and whether something had expired. */
  readonly asks: Map<number, Map<string | null, (FamilyCase | undefined)[]>>
  /** CloudFront answers by itself. */
  always: FamilyCase | null
}

/** The longest route, and the two states in which the origin is asked. */
const mostTiers = 3
const nowhere = 3
const expired = 4

export type LifetimeOf = (target: Target, answer: number) => string | null

export class Families {
  // What {@link find} came upon.
  key = -1
  /** The key's text; null where requests go past the caches. */
  keyText: string | null = null
  route: Route | null = null
  /** The object found, or the one that the origin's answer leaves. */
  object: CachedObject | null = null
  isExpired = false
  originBytes = 0
  private state = 0
  private readonly list: (Family | undefined)[] = []
  private readonly keyOfShape: number[] = []
  private readonly shapes: Shapes
  private readonly answers: Answers
  private readonly keys: Keys
  private readonly routes: Routes
  private readonly lifetimeOf: LifetimeOf

  constructor(shapes: Shapes, answers: Answers, keys: Keys, routes: Routes, lifetimeOf: LifetimeOf) {
    this.shapes = shapes
    this.answers = answers
    this.keys = keys
    this.routes = routes
    this.lifetimeOf = lifetimeOf
  }

  /** Keeps what the engine has made of a request. `answer` is the only one that its object was ever made from. */
  learn(
    shape: number,
    place: number,
    target: Target,
    exchange: Exchange,
    answer: number,
    counted: { readonly outcome: number; readonly originBytes: number },
  ): void {
    const number = this.shapes.familyOf[shape] ?? -1
    if (number < 0 || !this.routes.isPlain[target.behavior] || !isSimple(exchange)) return
    if (exchange.request.path !== target.path) return
    const size = this.answers.sizeOf(answer)
    const bringsBody = counted.originBytes === size
    if (!bringsBody && counted.originBytes !== 0) return
    const { cacheKeyText, attempts } = exchange
    if (cacheKeyText === null) this.learnPast(number, target, answer, attempts, counted.outcome, bringsBody)
    else if (isPlainFetch(exchange, cacheKeyText)) {
      this.routes.learn(target.behavior, place, exchange)
      this.learnKept(number, target, exchange, answer, counted.outcome, bringsBody)
    }
  }

  private learnPast(
    number: number,
    target: Target,
    answer: number,
    attempts: number,
    outcome: number,
    bringsBody: boolean,
  ): void {
    if (attempts > 1) return
    const family = this.familyOf(number, null)
    if (family.around !== null) return
    const made = { outcome, bringsBody: attempts === 1 && bringsBody, made: null }
    if (attempts === 0) family.always = made
    else this.asksOf(family, target, answer)[0] = made
  }

  private learnKept(
    number: number,
    target: Target,
    exchange: Exchange,
    answer: number,
    outcome: number,
    bringsBody: boolean,
  ): void {
    const { cachePrefix, cacheKeyText, tiers, attempts, stored, stale } = exchange
    const { path } = target
    const before = cachePrefix
    if (!cacheKeyText?.startsWith(before + path)) return
    const after = cacheKeyText.slice(before.length + path.length)
    const family = this.familyOf(number, { before, after })
    if (family.around?.before !== before || family.around.after !== after) return
    if (attempts === 0) {
      const cases = casesOf(family.hits, this.answers.classOf(answer))
      cases[(tiers.length - 1) * mostTiers + exchange.foundTier] = { outcome, bringsBody: false, made: null }
      return
    }
    if (stored === null || !isRepeatable(stored) || stored.body.size !== this.answers.sizeOf(answer)) return
    const cases = this.asksOf(family, target, answer)
    cases[tiers.length * 2 + (stale === null ? 0 : 1)] = { outcome, bringsBody, made: stored }
  }

  private familyOf(number: number, around: Family['around']): Family {
    const known = this.list[number] ?? { around, hits: new Map(), asks: new Map(), always: null }
    this.list[number] = known
    return known
  }

  /** The cases of such an answer of the origin, with the lifetime that it has for the target. */
  private asksOf({ asks }: Family, target: Target, answer: number): (FamilyCase | undefined)[] {
    const known =
      asks.get(this.answers.classOf(answer)) ?? new Map<string | null, (FamilyCase | undefined)[]>()
    asks.set(this.answers.classOf(answer), known)
    return casesOf(known, this.lifetimeOf(target, answer))
  }

  /** The case of a request, with what it needs in the fields above; null where the engine has to be asked. */
  find(
    shape: number,
    place: number,
    target: Target,
    answer: number,
    now: number,
    madeFrom: readonly (number | undefined)[],
  ): FamilyCase | null {
    const number = this.shapes.familyOf[shape] ?? -1
    const family = number < 0 ? undefined : this.list[number]
    if (family === undefined) return null
    if (family.around === null) return this.pastTheCaches(family, target, answer)
    const route = this.routes.of(target.behavior, place)
    if (route === undefined) return null
    this.route = route
    const text = this.findKey(family.around, shape, target)
    if (!this.lookUp(route.tiers, text, now)) return null
    const from = this.key < 0 ? undefined : madeFrom[this.key]
    if (this.state < nowhere) {
      const hits = from === undefined || from < 0 ? undefined : family.hits.get(this.answers.classOf(from))
      return hits?.[(route.tiers.length - 1) * mostTiers + this.state] ?? null
    }
    return from === undefined || from === answer ? this.asked(family, route, target, answer, text, now) : null
  }

  private findKey(around: NonNullable<Family['around']>, shape: number, { path }: Target): string {
    const known = this.keyOfShape[shape]
    if (known !== undefined) {
      this.key = known
      this.keyText = this.keys.texts[known] as string // it has been given out
      return this.keyText
    }
    const text = around.before + path + around.after
    this.key = this.keys.find(text)
    this.keyText = text
    if (this.key >= 0) this.keyOfShape[shape] = this.key
    return text
  }

  /** What the caches on the way hold; false where that is no plain case. */
  private lookUp(tiers: readonly CacheTier[], text: string, now: number): boolean {
    this.state = nowhere
    this.isExpired = false
    this.object = null
    for (let tier = 0; tier < tiers.length; tier += 1) {
      const object = (tiers[tier] as CacheTier).objects.get(text) // below the length
      if (object === undefined) continue
      if (object.isError) return false
      this.object = object
      if (now < object.freshUntil) {
        this.state = tier
        this.isExpired = false
        return true
      }
      if (now < object.retryAt || mayServeStaleWhileRevalidating(object, now)) return false
      this.state = expired
      this.isExpired = true
    }
    return true
  }

  private asked(
    family: Family,
    route: Route,
    target: Target,
    answer: number,
    text: string,
    now: number,
  ): FamilyCase | null {
    const found = this.asksOf(family, target, answer)[route.tiers.length * 2 + (this.isExpired ? 1 : 0)]
    const size = this.answers.sizeOf(answer)
    if (found === undefined || found.made === null) return null
    // A confirmed object keeps its body: it has to be as long as the answer's.
    if (this.object !== null && this.object.body.size !== size) return null
    if (this.object !== null && (this.object.encodedSize === null) !== (found.made.encodedSize === null))
      return null
    this.object = new RepeatedObject(found.made, text, target.path, size, now)
    this.originBytes = found.bringsBody ? size : 0
    return found
  }

  private pastTheCaches(family: Family, target: Target, answer: number): FamilyCase | null {
    const found = family.always ?? this.asksOf(family, target, answer)[0]
    if (found === undefined) return null
    this.key = -1
    this.keyText = null
    this.route = null
    this.object = null
    this.originBytes = found.bringsBody ? this.answers.sizeOf(answer) : 0
    return found
  }

  /** Leaves in the caches what the case that was just found does. */
  follow(found: FamilyCase): void {
    const { route, object, state } = this
    if (found.made === null) this.originBytes = route === null ? this.originBytes : 0
    if (object === null || route === null) return
    const nearer = state < nowhere ? state : route.tiers.length
    for (let tier = 0; tier < nearer; tier += 1) route.tiers[tier]?.objects.set(object.key, object)
  }

  /**
   * The outcome of a hit at the edge on the object that now lies there; -1 where none was seen yet, or where it may well be
   * that nobody asks for the object there again.
   */
  edgeHit(shape: number, answer: number): number {
    if (this.state !== 0 && !this.isExpired) return -1
    const family = this.list[this.shapes.familyOf[shape] ?? -1]
    const { route } = this
    if (family === undefined || route === null) return -1
    const cases = family.hits.get(this.answers.classOf(answer))
    return cases?.[(route.tiers.length - 1) * mostTiers]?.outcome ?? -1
  }

  /** The key of a shape has got its number. */
  setKey(shape: number, key: number): void {
    this.keyOfShape[shape] = key
  }
}

function casesOf<Key>(map: Map<Key, (FamilyCase | undefined)[]>, key: Key): (FamilyCase | undefined)[] {
  const known = map.get(key) ?? []
  map.set(key, known)
  return known
}
