/**
 * Serves requests without their story, and works out once what requests of the same shape have in common: a repeat costs a
 * look-up of its URL, a look into the caches and a check of freshness. Every result is the one that the engine gives; where
 * it is not known that it would be, the engine is asked. Origins, caches and clock are the engine's own.
 */
import { parseRequestUrl } from '#core/http/url.ts'
import type { ViewerRequest } from '#core/model/scenario.ts'
import type { CompiledBehavior } from '#core/trace/compile/compiled.ts'
import { type CachedObject, WatchedObjects } from '#core/trace/engine/cache.ts'
import type { Engine } from '#core/trace/engine/engine.ts'
import { Exchange } from '#core/trace/engine/exchange.ts'
import { serveFound, serveFromCaches } from '#core/trace/engine/pipeline.ts'
import { toEngineRequest } from '#core/trace/engine/simulation.ts'
import { mayServeStaleWhileRevalidating } from '#core/trace/engine/staleness.ts'
import { fitsForm } from '#core/trace/stages/request-form.ts'
import { fits, giveAnswer, learnAnswer } from './answer.ts'
import { type Head, Heads } from './head.ts'
import {
  isPlainBehavior,
  isPlainDistribution,
  isPlainHead,
  isServable,
  learnPlan,
  type Plan,
} from './plan.ts'
import { Recent } from './recent.ts'
import { type Address, Way } from './way.ts'

/** Ways and URLs that are remembered, twice as many at most; ways of one URL; answers of one plan. */
const rememberedWays = 32_768
const rememberedOthers = 16
const rememberedAnswers = 32

export class SilentRun {
  private readonly engine: Engine
  private readonly defaultHost: string
  private readonly isPlain: boolean
  private readonly heads = new Heads()
  /** By URL: the way that was taken last. */
  private readonly ways = new Recent<string, Way>(rememberedWays)
  private readonly others = new Recent<string, Way[]>(rememberedWays)
  private readonly places = new Map<CompiledBehavior, number>()
  /** Requests that the engine itself served from beginning to end. */
  asked = 0
  // What the caches of the way that is being looked at hold.
  private found: CachedObject | null = null
  private foundTier = -1
  private stale: CachedObject | null = null

  constructor(engine: Engine) {
    const { distribution } = engine
    this.engine = engine
    this.defaultHost = distribution.tenants?.[0]?.domains[0] ?? distribution.domainName
    this.isPlain = isPlainDistribution(distribution) && engine.sharedRules === null
    distribution.behaviors.forEach((behavior, place) => {
      if (isPlainBehavior(behavior)) this.places.set(behavior, place)
    })
  }

  /** Throws an InputFault as a simulation does where the request is none. */
  serve(request: ViewerRequest): Exchange | Promise<Exchange> {
    const head = this.isPlain ? this.heads.of(request) : null
    if (head === null) return this.ask(request)
    const last = this.ways.get(request.url)
    if (last !== undefined && last.plan.head === head) return this.take(last, request)
    const way = this.otherWay(last, head)
    if (way !== null) return this.take(way, request)
    const address = this.addressOf(request.url)
    return address === null ? this.ask(request) : this.open(address, head, request)
  }

  private ask(request: ViewerRequest): Exchange | Promise<Exchange> {
    this.asked += 1
    return this.engine.serve(toEngineRequest(request, this.defaultHost), null)
  }

  /** The way of another head to the same URL, which is now the last. */
  private otherWay(last: Way | undefined, head: Head): Way | null {
    const others = last === undefined ? undefined : this.others.get(last.url)
    const at = others?.findIndex(({ plan }) => plan.head === head) ?? -1
    const way = others?.[at]
    if (last === undefined || others === undefined || way === undefined) return null
    others[at] = last
    this.ways.set(way.url, way)
    return way
  }

  /** A way where the plan is known; else the engine is asked, and what it tells makes the plan. */
  private open(address: Address, head: Head, request: ViewerRequest): Exchange | Promise<Exchange> {
    const { site, place, path, query } = address
    if (!isPlainHead(head) || !fitsForm(path, query, head.headers)) return this.ask(request)
    const plan = head.plans.get(site)?.[place]
    if (plan !== undefined) return this.take(this.addWay(address, plan), request)
    const served = this.ask(request)
    if (served instanceof Promise)
      return served.then((exchange) => {
        this.learn(address, head, exchange)
        return exchange
      })
    this.learn(address, head, served)
    return served
  }

  private addWay(address: Address, plan: Plan): Way {
    const way = new Way(address, plan)
    const last = this.ways.get(way.url)
    if (last !== undefined) {
      const others = this.others.get(way.url) ?? []
      others.unshift(last)
      if (others.length > rememberedOthers) others.pop()
      this.others.set(way.url, others)
    }
    this.ways.set(way.url, way)
    return way
  }

  private learn({ site, place, behavior }: Address, head: Head, exchange: Exchange): void {
    const plan = exchange.behavior === behavior ? learnPlan(head, exchange) : null
    if (plan === null) return
    const plans = head.plans.get(site) ?? []
    plans[place] ??= plan
    head.plans.set(site, plans)
  }

  /** The parts of a URL; null where its requests have to be asked of the engine. */
  private addressOf(url: string): Address | null {
    const read = parseRequestUrl(url, this.defaultHost)
    if (!read.ok) return null
    const { protocol, host, path, query } = read.value
    const { distribution } = this.engine
    if (path === '/' && distribution.defaultRootObject !== '') return null
    const behavior = distribution.chooseBehavior(path)
    const place = this.places.get(behavior)
    if (place === undefined) return null
    return { url, site: `${protocol} ${host}`, protocol, host, path, query, behavior, place }
  }

  private take(way: Way, request: ViewerRequest): Exchange | Promise<Exchange> {
    const { object, answer } = way
    const { now } = this.engine
    if (object !== null && answer !== null && object.isGone === false && now < object.freshUntil) {
      const exchange = new Exchange(this.engine, way, now, way.plan.pop)
      begin(exchange, way)
      exchange.found = object
      exchange.foundTier = 0
      giveAnswer(answer, exchange, object)
      return exchange
    }
    return this.lookUp(way, now) ? this.goOn(way) : this.ask(request)
  }

  private goOn(way: Way): Exchange | Promise<Exchange> {
    const { found, foundTier, stale, engine } = this
    const exchange = new Exchange(engine, way, engine.now, way.plan.pop)
    begin(exchange, way)
    exchange.found = found
    exchange.foundTier = foundTier
    exchange.stale = stale
    if (found === null) return serveFromCaches(exchange)
    const { tiers, answers } = way.plan
    for (let nearer = 0; nearer < foundTier; nearer += 1) tiers[nearer]?.objects.set(found.key, found)
    const answer = answers.find((candidate) => fits(candidate, found, foundTier))
    if (answer === undefined) return this.serveFirst(way, exchange, found)
    giveAnswer(answer, exchange, found)
    if (foundTier === 0 && tiers[0]?.objects instanceof WatchedObjects) {
      way.object = found
      way.answer = answer
    }
    return exchange
  }

  /** What the caches on the way hold, into the fields above; false where that is no plain case. */
  private lookUp({ plan, key }: Way, now: number): boolean {
    const { tiers, head } = plan
    this.found = null
    this.foundTier = -1
    this.stale = null
    for (let index = 0; index < tiers.length; index += 1) {
      const object = tiers[index]?.objects.get(key)
      // What a HEAD left on its own answers a HEAD.
      if (object === undefined && head.method === 'HEAD') return false
      if (object === undefined) continue
      if (isServable(object, now)) {
        this.found = object
        this.foundTier = index
        return true
      }
      if (object.isError || now < object.retryAt || mayServeStaleWhileRevalidating(object, now)) return false
      this.stale = object
    }
    return true
  }

  private serveFirst(way: Way, exchange: Exchange, found: CachedObject): Exchange | Promise<Exchange> {
    const served = serveFound(exchange)
    if (served instanceof Promise) return served
    const answer = learnAnswer(served, found)
    if (answer === null) return served
    const { answers } = way.plan
    answers.unshift(answer)
    if (answers.length > rememberedAnswers) answers.pop()
    return served
  }
}

/** The request as it is once its key is made. */
function begin(exchange: Exchange, { plan, key, keyQuery }: Way): void {
  exchange.distribution = plan.distribution
  exchange.behavior = plan.behavior
  exchange.acceptEncoding = plan.acceptEncoding
  exchange.keyHeaders = plan.keyHeaders
  exchange.keyCookies = plan.keyCookies
  exchange.keyQuery = keyQuery
  exchange.cacheKeyText = key
  exchange.tiers = plan.tiers
}
