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
import type { OriginAnswer } from '#core/trace/message/message.ts'
import { fitsForm } from '#core/trace/stages/request-form.ts'
import { type Answer, fits, giveAnswer, learnAnswer } from './answer.ts'
import { type Head, Heads } from './head.ts'
import { askedFor, kindOf, learnAsk } from './origin-ask.ts'
import { giveOutcome, isOutcomeOf, learnOutcome } from './outcome.ts'
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
  private addressOf(given: string): Address | null {
    const url = ownCopy(given)
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
    if (found === null) return this.fetch(way, exchange)
    const { tiers, answers } = way.plan
    for (let nearer = 0; nearer < foundTier; nearer += 1) tiers[nearer]?.objects.set(found.key, found)
    const answer = answers.find((candidate) => fits(candidate, found, foundTier))
    if (answer === undefined) return this.serveFirst(way, exchange, found)
    giveAnswer(answer, exchange, found)
    if (foundTier === 0) hold(way, found, answer)
    return exchange
  }

  /** No cache answers: the origin is asked. */
  private fetch(way: Way, exchange: Exchange): Exchange | Promise<Exchange> {
    const { engine } = this
    const { asks, outcomes, answers } = way.plan
    const ask = asks[kindOf(exchange.stale)]
    // Whoever else is asking for the object may have to be waited for.
    if (ask === undefined || engine.fetching.size > 0) return this.fetchFirst(way, exchange)
    const request = askedFor(ask, way, exchange)
    exchange.originRequest = request
    const answer = engine.origins.send(request, engine.now)
    if (answer instanceof Promise || 'error' in answer || answer.status >= 400)
      return serveAnswered(exchange, answer)
    const outcome = outcomes.find((candidate) => isOutcomeOf(candidate, answer, exchange.stale))
    if (outcome === undefined) {
      const served = serveAnswered(exchange, answer)
      if (!(served instanceof Promise)) keep(outcomes, learnOutcome(served, answer, way))
      return served
    }
    const object = giveOutcome(outcome, way, exchange)
    const next = answers.find((candidate) => fits(candidate, object, 0))
    if (next !== undefined) hold(way, object, next)
    return exchange
  }

  private fetchFirst({ plan }: Way, exchange: Exchange): Exchange | Promise<Exchange> {
    const kind = kindOf(exchange.stale)
    const served = serveFromCaches(exchange)
    if (served instanceof Promise) return served
    const ask = learnAsk(served)
    if (ask !== null) plan.asks[kind] ??= ask
    return served
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
    keep(way.plan.answers, learnAnswer(served, found))
    return served
  }
}

/** A text of its own: part of a larger one would keep all of that, and lies wherever that lies. */
const ownCopy = (text: string): string => [text.slice(0, 1), text.slice(1)].join('')

/** Keeps what was learned as the latest. */
function keep<Learned>(list: Learned[], learned: Learned | null): void {
  if (learned === null) return
  list.unshift(learned)
  if (list.length > rememberedAnswers) list.pop()
}

/** An object lies at the edge: as long as it does, it is served so. */
function hold(way: Way, object: CachedObject, answer: Answer): void {
  if (!(way.plan.tiers[0]?.objects instanceof WatchedObjects)) return
  way.object = object
  way.answer = answer
}

/** Goes on with a request to which the origin has said something already; whatever else is asked is sent to it. */
function serveAnswered(
  exchange: Exchange,
  answer: OriginAnswer | Promise<OriginAnswer>,
): Exchange | Promise<Exchange> {
  const { origins } = exchange
  let isGiven = false
  exchange.origins = {
    isRecorded: origins.isRecorded === true,
    send(request, now) {
      if (isGiven) return origins.send(request, now)
      isGiven = true
      return answer
    },
  }
  const end = () => {
    exchange.origins = origins
    return exchange
  }
  const served = serveFromCaches(exchange)
  return served instanceof Promise ? served.then(end) : end()
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
