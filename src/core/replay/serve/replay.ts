/**
 * Serves a log's requests by the engine, each path's in the order of time, and counts what becomes of them. The engine's silent run is
 * the one that the trace explains; what is remembered between requests only saves asking it the same thing twice.
 */
import type { FunctionRunner } from '#core/edge/runner.ts'
import {
  bytesOf,
  isEncrypted,
  LineClock,
  loggedResultOf,
  millisecondsOf,
  Places,
  uploadOf,
  whyNot,
} from '#core/replay/read/line-reader.ts'
import type { LogLine } from '#core/replay/read/log-line.ts'
import type { TakeLine } from '#core/replay/read/log-reader.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import { Engine } from '#core/trace/engine/engine.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { invalidate } from '#core/trace/engine/invalidation.ts'
import { popByCode, popForCountry } from '#core/trace/engine/pops.ts'
import type { EngineRequest } from '#core/trace/message/message.ts'
import { Answers, guessed, type LoggedAnswer, statusMask } from './answers.ts'
import { Border } from './border.ts'
import { byGroup, cutAt, mayGoByPath } from './by-path.ts'
import { Families } from './families.ts'
import { Keys } from './keys.ts'
import type { Learned } from './learn.ts'
import { type LifetimeRule, Lifetimes } from './lifetimes.ts'
import { OutcomeMemory, type Remembered } from './memory.ts'
import { type MissReason, type Outcome, Outcomes, sizeOf } from './outcome.ts'
import { PairTable } from './pair-table.ts'
import { Recipes, Routes } from './recipes.ts'
import { ReplayOrigin } from './replay-origin.ts'
import { Shapes, type Target } from './shapes.ts'
import { type Shard, Sharding, ShardShare, wholeLog } from './shard.ts'
import { type Served, Tallies } from './tallies.ts'
import { encryptedFlag, float, integer, LogWindow, loggedMask, loggedShift } from './window.ts'

export interface Invalidation {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly paths: readonly string[]
}

export interface ReplayOptions {
  readonly distribution: CompiledDistribution
  readonly lifetimes?: readonly LifetimeRule[]
  /** In the order of time. */
  readonly invalidations?: readonly Invalidation[]
  /** Runs edge functions; without one they are left out, and the report says so. */
  readonly runner?: FunctionRunner
  /** The lines that are served; all of them by default. */
  readonly shard?: Shard
  /** Rows held back to bring lines into order. */
  readonly window?: number
  /** Called for every request, for tests that compare it with an explained trace. The row is its place in the window. */
  readonly onServed?: (served: Readonly<Served>, outcome: Outcome, time: number, row: number) => void
}

const noTime = 'The line has no date and time (date and time, or timestamp).'

/** Rows after which a run gives way to whoever waits. */
const portion = 16_384

export class Replay {
  readonly distribution: CompiledDistribution
  readonly shapes: Shapes
  readonly answers: Answers
  readonly places = new Places()
  readonly outcomes = new Outcomes()
  readonly tallies = new Tallies()
  readonly memory = new OutcomeMemory()
  readonly window: LogWindow
  readonly engine: Engine
  readonly sharding: Sharding
  /** What the readers of the log are to hand on. */
  readonly share: ShardShare
  readonly keys = new Keys()
  /** Requests for which the log holds no answer of the origin, by what was assumed. */
  guesses = 0
  first = Number.POSITIVE_INFINITY
  last = Number.NEGATIVE_INFINITY
  invalidatedPaths = 0
  /** Requests so far. */
  served = 0
  /** Requests that the engine itself served; the others agreed with an earlier one. */
  engineRuns = 0
  private readonly clock = new LineClock()
  private readonly border: Border
  private readonly origin: ReplayOrigin
  private lifetimes: Lifetimes
  private readonly options: ReplayOptions
  private readonly placeCountries: string[] = []
  private nextInvalidation = 0
  /** Keys that have been fetched, by the cache farthest from the viewer. */
  private readonly fetched = new PairTable()
  private readonly cacheNumbers = new Map<string, number>()
  private readonly unsteady: readonly boolean[]
  private readonly recipes: Recipes
  private readonly families: Families
  private readonly hasSignatures: boolean
  private readonly goesByPath: boolean
  /** The outcome of the request that is being counted; one object for all. */
  private readonly known: Remembered = { outcome: 0, key: -1, size: -1, originBytes: 0 }
  private readonly row: Served = {
    outcome: 0,
    reason: 0,
    place: 0,
    path: 0,
    key: -1,
    isFromCache: false,
    bytes: 0,
    uploads: 0,
    originBytes: 0,
    isEncrypted: false,
    logged: 0,
    milliseconds: -1,
  }

  constructor(options: ReplayOptions) {
    const aliases = [...options.distribution.aliases]
    this.options = options
    this.distribution = { ...options.distribution, aliases }
    this.shapes = new Shapes(this.distribution, aliases)
    this.answers = new Answers(this.distribution)
    this.window = new LogWindow(options.window)
    this.sharding = new Sharding(options.shard ?? wholeLog, this.distribution)
    this.share = new ShardShare(this.sharding, this.clock, this.window)
    this.border = new Border(this.sharding, this.distribution)
    this.origin = new ReplayOrigin(this.distribution)
    this.lifetimes = new Lifetimes(options.lifetimes ?? [], null)
    this.engine = new Engine({
      distribution: this.distribution,
      origins: this.origin,
      now: 0,
      seed: 1,
      ...(options.runner && { runner: options.runner }),
    })
    this.hasSignatures =
      this.distribution.staging !== null ||
      this.distribution.behaviors.some(({ signing }) => signing !== null)
    this.goesByPath = mayGoByPath(this.distribution)
    this.unsteady = this.distribution.behaviors.map((_, index) => this.shapes.isUnsteady(index))
    const routes = new Routes(this.distribution, this.shapes, (exchange) => this.farthestOf(exchange))
    this.recipes = new Recipes(routes)
    this.families = new Families(this.shapes, this.answers, this.keys, routes, (target, answer) =>
      this.lifetimes.of(target, this.answers.list[answer] as LoggedAnswer),
    )
  }

  /** Lets what a survey of the log has shown hold for the replay. */
  learn(learned: Learned | null): void {
    this.lifetimes = new Lifetimes(this.options.lifetimes ?? [], learned)
  }

  /** Takes a line into the window. */
  readonly take: TakeLine = (line: LogLine) => {
    const time = this.clock.timeOf(line)
    if (Number.isNaN(time)) return noTime
    const reason = whyNot(line)
    if (reason !== null) {
      this.window.pass(time)
      return reason
    }
    const targetNumber = this.shapes.target(line)
    const target = this.shapes.targets[targetNumber] as Target // it has just been given out
    const { window } = this
    const row = window.add(time)
    window.groups[row] = target.group
    const { integers, floats } = window
    const at = window.integersOf(row)
    integers[at + integer.shape] = this.shapes.shape(line, targetNumber)
    integers[at + integer.place] = this.places.number(line)
    integers[at + integer.answer] = this.answers.number(line, target)
    integers[at + integer.path] = target.pathNumber
    const logged = loggedResultOf(line) << loggedShift
    const encrypted = target.hasBody && isEncrypted(line, target.method) ? encryptedFlag : 0
    integers[at + integer.flags] = target.answerStatus | logged | encrypted
    integers[at + integer.milliseconds] = millisecondsOf(line)
    const from = window.floatsOf(row)
    floats[from + float.bytes] = bytesOf(line)
    floats[from + float.uploads] = target.hasBody ? uploadOf(line) : 0
    return null
  }

  /** Serves the rows that are due; at the end that is everything. */
  async serveDue(isEnd: boolean, giveWay: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    const { window } = this
    if (isEnd) window.end()
    if (window.due.length === 0) return
    for (const due of window.due)
      for (const rows of this.inOrder(due.rows))
        for (let at = 0; at < rows.length; at += 1) {
          if (at % portion === portion - 1) await giveWay()
          const pending = this.serveRow(rows[at] as number, due.clock) // below the length
          if (pending) await pending
        }
    window.drop()
    if (isEnd) this.tallies.end()
  }

  /** Rows in an order in which they may be served: where paths do not share objects, path by path between invalidations. */
  private inOrder(rows: Uint32Array): Uint32Array[] {
    if (!this.goesByPath) return [rows]
    const { window, shapes, options } = this
    const cuts = (options.invalidations ?? []).slice(this.nextInvalidation).map(({ at }) => at)
    return cutAt(rows, window.times, cuts).map((part) => byGroup(part, window.groups, shapes.groupCount))
  }

  private serveRow(row: number, clock: number): void | Promise<void> {
    const { window, engine, shapes } = this
    const { integers } = window
    // The order holds rows of the window only.
    engine.now = Math.max(clock, window.times[row] as number)
    if (engine.now < this.first) this.first = engine.now
    if (engine.now > this.last) this.last = engine.now
    this.invalidateUntil(engine.now)
    const from = window.integersOf(row)
    const shape = integers[from + integer.shape] as number // as above
    const place = integers[from + integer.place] as number // as above
    const answer = integers[from + integer.answer] as number // as above
    const { known } = this
    if (
      this.memory.recall(shape, place, answer, engine.now, known) &&
      (known.size >= 0 || !this.needsSize(row, known.outcome))
    ) {
      this.count(row, known)
      return
    }
    const target = shapes.targets[shapes.targetOf[shape] as number] as Target // every shape has one
    const isFollowed =
      (shapes.familyOf[shape] as number) < 0 // every shape has an entry
        ? this.followRecipe(row, shape, place, target.behavior, answer)
        : this.followFamily(row, shape, place, target, answer)
    if (isFollowed) return
    const logged = this.answers.list[answer] as LoggedAnswer // it has been given out
    this.origin.expect(logged, this.lifetimes.of(target, logged), target.path)
    this.engineRuns += 1
    const exchange = engine.serve(this.requestFor(shape, place), null)
    if (exchange instanceof Promise)
      return exchange.then((served) => this.settle(row, shape, place, answer, target, served))
    this.settle(row, shape, place, answer, target, exchange)
  }

  /** Serves a row as such a one was served before, where the caches on its way are as they were then. */
  private followRecipe(row: number, shape: number, place: number, behavior: number, answer: number): boolean {
    const { recipes, engine, known, memory } = this
    const recipe = recipes.find(shape, place, behavior, answer, engine.now, memory.madeFrom)
    if (recipe === null || this.needsSize(row, recipe.outcome)) return false
    const object = recipes.follow(recipe, engine.now)
    known.key = recipes.key
    known.size = -1
    known.originBytes = recipe.originBytes
    known.outcome = recipe.outcome
    if (recipe.made !== null) {
      const farthest = recipes.route?.farthest ?? -1
      const isKnownThere = this.fetched.find(known.key, farthest) >= 0
      const reason = recipes.isExpired
        ? 'expired'
        : isKnownThere
          ? this.goneReason
          : 'first request at this cache'
      known.outcome = this.outcomes.withReason(recipe.outcome, reason)
      if (!isKnownThere) this.fetched.add(known.key, farthest)
    }
    if (object !== null) memory.foresee(shape, place, answer, object, known.key)
    this.count(row, known)
    return true
  }

  /** Serves a row as one for another path was served before, where the caches on its way are as they were then. */
  private followFamily(row: number, shape: number, place: number, target: Target, answer: number): boolean {
    const { families, engine, known, memory, keys, outcomes } = this
    const found = families.find(shape, place, target, answer, engine.now, memory.madeFrom)
    if (found === null || this.needsSize(row, found.outcome)) return false
    families.follow(found)
    known.outcome = found.outcome
    known.size = -1
    known.originBytes = families.originBytes
    if (found.made !== null) {
      const reason = this.reasonOf(target)
      known.outcome = outcomes.withReason(found.outcome, reason)
      if (families.key < 0 && families.keyText !== null) {
        families.key = keys.add(families.keyText, target, answer)
        families.setKey(shape, families.key)
      }
      memory.madeFrom[families.key] = answer
      const farthest = families.route?.farthest ?? -1
      if (this.fetched.find(families.key, farthest) < 0) this.fetched.add(families.key, farthest)
    }
    known.key = families.key
    if (families.object !== null) {
      const edgeHit = families.edgeHit(shape, memory.madeFrom[known.key] ?? answer)
      if (edgeHit >= 0)
        memory.foreseeOutcome(shape, place, answer, families.object.freshUntil, known.key, edgeHit)
    }
    this.count(row, known)
    return true
  }

  /** Why the origin is asked for an object of a family. */
  private reasonOf(target: Target): MissReason {
    const { key, isExpired, route } = this.families
    if (key < 0) return this.keys.whyNew(target)
    if (isExpired) return 'expired'
    return this.fetched.find(key, route?.farthest ?? -1) >= 0
      ? this.goneReason
      : 'first request at this cache'
  }

  private settle(
    row: number,
    shape: number,
    place: number,
    answer: number,
    target: Target,
    exchange: Exchange,
  ): void {
    this.border.check(exchange)
    const { cacheKeyText } = exchange
    const seen = cacheKeyText === null ? -1 : this.keys.find(cacheKeyText)
    const reason = this.reasonFor(exchange, seen, target)
    const key = cacheKeyText === null ? -1 : seen >= 0 ? seen : this.keys.add(cacheKeyText, target, answer)
    const outcome = this.outcomes.number(exchange, target, this.origin.attempts, reason)
    const size = this.needsSize(row, outcome) ? sizeOf(exchange) : -1
    const { known } = this
    known.outcome = outcome
    known.key = key
    known.size = size
    known.originBytes = this.origin.bytes
    if (this.unsteady[target.behavior] !== true) this.memory.remember(shape, place, answer, exchange, known)
    const madeFrom = key < 0 ? answer : (this.memory.madeFrom[key] ?? -1)
    if (madeFrom >= 0) {
      const recipe = { answer: madeFrom, outcome, originBytes: known.originBytes }
      if ((this.shapes.familyOf[shape] as number) < 0)
        this.recipes.learn(shape, place, target, exchange, recipe, key)
      else this.families.learn(shape, place, target, exchange, madeFrom, recipe)
    }
    if (exchange.stored !== null) {
      const farthest = this.farthestOf(exchange)
      if (this.fetched.find(key, farthest) < 0) this.fetched.add(key, farthest)
    }
    this.count(row, known)
  }

  /** What the viewer got is known where nothing has changed for it; else the engine's response is measured. */
  private needsSize(row: number, outcome: number): boolean {
    const { status } = this.outcomes.list[outcome] as Outcome // it has been given out
    const { window } = this
    const bytes = window.floats[window.floatsOf(row) + float.bytes] as number // a row of the window, as below
    const logged = window.integers[window.integersOf(row) + integer.flags] as number
    return bytes < 0 || (logged & statusMask) !== status
  }

  private reasonFor(exchange: Exchange, key: number, target: Target): MissReason {
    if (exchange.attempts === 0) return 'none'
    if (exchange.cacheKeyText === null) return 'goes past the caches'
    if (exchange.stale !== null) return 'expired'
    if (key < 0) return this.keys.whyNew(target)
    const { stored } = exchange
    if (stored === null) return 'was not kept'
    if (this.fetched.find(key, this.farthestOf(exchange)) < 0) return 'first request at this cache'
    if (stored.key !== exchange.cacheKeyText) return 'another part of the object'
    return stored.isError ? 'expired' : this.goneReason
  }

  /** Nothing else takes objects out of these caches; before the first invalidation it was an error that had expired. */
  private get goneReason(): MissReason {
    return this.nextInvalidation > 0 ? 'invalidated' : 'expired'
  }

  /** The number of the cache farthest from the viewer. */
  private farthestOf({ tiers }: Exchange): number {
    const place = tiers.at(-1)?.place ?? ''
    const known = this.cacheNumbers.get(place) ?? this.cacheNumbers.size
    this.cacheNumbers.set(place, known)
    return known
  }

  private count(row: number, { outcome, key, size, originBytes }: Remembered): void {
    const { window, row: served } = this
    const { integers, floats } = window
    const at = window.integersOf(row)
    const from = window.floatsOf(row)
    this.served += 1
    const result = this.outcomes.list[outcome] as Outcome // it has been given out
    const bytes = floats[from + float.bytes] as number // a row of the window, as below
    const flags = integers[at + integer.flags] as number
    served.outcome = outcome
    served.reason = this.outcomes.reasons[outcome] as number
    served.place = integers[at + integer.place] as number
    served.path = integers[at + integer.path] as number
    served.key = key
    served.isFromCache = this.outcomes.fromCache[outcome] === 1
    served.bytes = bytes >= 0 && (flags & statusMask) === result.status ? bytes : size
    served.uploads = floats[from + float.uploads] as number
    served.originBytes = originBytes
    served.isEncrypted = (flags & encryptedFlag) !== 0
    served.logged = (flags >> loggedShift) & loggedMask
    served.milliseconds = integers[at + integer.milliseconds] as number
    if (result.originRequests > 0 && (flags & guessed) !== 0) this.guesses += 1
    this.tallies.add(this.engine.now, served)
    this.options.onServed?.(served, result, this.engine.now, row)
  }

  private requestFor(shape: number, place: number): EngineRequest {
    const { method, protocol, host, path, query, headers, body, viewer } = this.shapes.requestOf(shape)
    const pop = this.places.codes[place]
    const country = viewer.country ?? this.countryOf(place)
    // A signature takes cookies out of the request's own fields; no other stage changes them in place.
    return {
      method,
      protocol,
      host,
      path,
      query,
      headers: this.hasSignatures ? headers.copy() : headers,
      body,
      viewer: { ...viewer, ...(pop && { pop }), ...(country !== undefined && { country }) },
      url: null,
    }
  }

  private countryOf(place: number): string | undefined {
    const known = this.placeCountries[place]
    if (known !== undefined) return known
    const code = this.places.codes[place] ?? ''
    const { country } = code === '' ? popForCountry(undefined) : popByCode(code)
    this.placeCountries[place] = country
    return country
  }

  private invalidateUntil(now: number): void {
    const due = this.options.invalidations?.[this.nextInvalidation]
    if (due === undefined || due.at > now) return
    this.invalidatedPaths += invalidate(this.engine.caches, due.paths, this.invalidatedPaths).paths
    this.memory.forgetObjects()
    this.nextInvalidation += 1
    this.invalidateUntil(now)
  }
}
