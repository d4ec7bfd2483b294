/**
 * Serves a log's requests by the engine, each path's in the order of time, and counts what becomes of them. The engine's silent run is
 * the one that the trace explains; what is remembered between requests only saves asking it the same thing twice.
 */
import type { FunctionRunner } from '#core/edge/runner.ts'
import { Places } from '#core/replay/read/line-reader.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import { Engine } from '#core/trace/engine/engine.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { invalidate } from '#core/trace/engine/invalidation.ts'
import { popByCode, popForCountry } from '#core/trace/engine/pops.ts'
import type { EngineRequest } from '#core/trace/message/message.ts'
import { Answers, guessed, type LoggedAnswer, statusMask } from './answers.ts'
import { Border } from './border.ts'
import { type Lineup, lineUp, mayGoByPath } from './by-path.ts'
import { Intake } from './intake.ts'
import { Keys } from './keys.ts'
import type { Learned } from './learn.ts'
import { type LifetimeRule, Lifetimes } from './lifetimes.ts'
import { OutcomeMemory, type Remembered } from './memory.ts'
import { type Outcome, Outcomes, sizeOf } from './outcome.ts'
import { Reasons } from './reasons.ts'
import { ReplayOrigin } from './replay-origin.ts'
import { encryptedFlag, float, integer, loggedMask, loggedShift, Rows } from './rows.ts'
import { Shapes } from './shapes.ts'
import { type Shard, Sharding, wholeLog } from './shard.ts'
import { Shortcuts } from './shortcuts.ts'
import { type Served, Tallies } from './tallies.ts'
import type { Target } from './targets.ts'
import type { Batch } from './window.ts'

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
  /** Called for every request, for tests that compare it with an explained trace. Those of one path come in order. */
  readonly onServed?: (served: Readonly<Served>, outcome: Outcome, time: number) => void
}

const noRows = new Rows(0)

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
  readonly engine: Engine
  readonly sharding: Sharding
  readonly keys = new Keys()
  /** Takes the lines of the log. */
  readonly intake: Intake
  /** Rows that came after later ones had been served. */
  late = 0
  /** Requests for which the log holds no answer of the origin, by what was assumed. */
  guesses = 0
  first = Number.POSITIVE_INFINITY
  last = Number.NEGATIVE_INFINITY
  invalidatedPaths = 0
  /** Requests so far. */
  served = 0
  /** Requests that the engine itself served; the others agreed with an earlier one. */
  engineRuns = 0
  private readonly border: Border
  private readonly origin: ReplayOrigin
  private lifetimes: Lifetimes
  private readonly options: ReplayOptions
  private readonly placeCountries: string[] = []
  private nextInvalidation = 0
  private readonly unsteady: readonly boolean[]
  readonly reasons: Reasons
  private readonly shortcuts: Shortcuts
  /** Those of which one is being served. */
  private rows = noRows
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
    this.sharding = new Sharding(options.shard ?? wholeLog, this.distribution)
    this.intake = new Intake(this, options.window)
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
    this.reasons = new Reasons(this.keys)
    this.shortcuts = new Shortcuts(
      this,
      (target, answer) => this.lifetimes.of(target, this.answers.list[answer] as LoggedAnswer), // it has been given out
      (row, outcome) => this.needsSize(row, outcome),
    )
  }

  /** Lets what a survey of the log has shown hold for the replay. */
  learn(learned: Learned | null): void {
    this.lifetimes = new Lifetimes(this.options.lifetimes ?? [], learned)
  }

  /** Serves the rows that are due; at the end that is everything. */
  async serveDue(isEnd: boolean, giveWay?: () => Promise<void>): Promise<void> {
    const { window } = this.intake
    if (isEnd) window.end()
    // All are lined up first, so that nothing holds the rows as they came while they are served.
    for (const lineup of window.handOver().map((batch) => this.lineUp(batch)))
      await this.serveAll(lineup, giveWay)
    this.late = window.late
    if (isEnd) this.tallies.end()
  }

  /** Serves what a survey has kept of the whole log. */
  async serveKept(kept: Iterable<Lineup>, late: number, giveWay?: () => Promise<void>): Promise<void> {
    for (const lineup of kept) await this.serveAll(lineup, giveWay)
    this.late = late
    this.tallies.end()
  }

  /** Rows in an order in which they may be served: where paths do not share objects, path by path between invalidations. */
  lineUp(batch: Batch): Lineup {
    const { rows, order, clock } = batch
    if (!this.goesByPath) return { rows: rows.pick(order), clock }
    const cuts = (this.options.invalidations ?? []).slice(this.nextInvalidation).map(({ at }) => at)
    return lineUp(batch, cuts, this.shapes.groupCount)
  }

  private async serveAll(
    { rows, clock }: Lineup,
    giveWay: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    this.rows = rows
    for (let row = 0; row < rows.count; row += 1) {
      if (row % portion === portion - 1) await giveWay()
      const pending = this.serveRow(row, clock)
      if (pending) await pending
    }
    this.rows = noRows
  }

  private serveRow(row: number, clock: number): void | Promise<void> {
    const { rows, engine, shapes, known } = this
    const { integers, floats } = rows
    engine.now = Math.max(clock, rows.times[row] as number) // below the count, as are the others
    if (engine.now < this.first) this.first = engine.now
    if (engine.now > this.last) this.last = engine.now
    this.invalidateUntil(engine.now)
    const at = rows.integersOf(row)
    const from = rows.floatsOf(row)
    const shape = integers[at + integer.shape] as number
    const place = integers[at + integer.place] as number
    const kind = integers[at + integer.kind] as number
    const target = shapes.targets[shapes.targetOf[shape] as number] as Target // every shape has one
    const measured = floats[from + float.measured] as number
    const answer = this.answers.number(target, kind, measured, floats[from + float.bytes] as number)
    const isKnown =
      (this.memory.recall(shape, place, answer, engine.now, known) &&
        (known.size >= 0 || !this.needsSize(row, known.outcome))) ||
      this.shortcuts.follow(row, shape, place, target, answer, engine.now, known)
    if (isKnown) {
      this.count(row, known)
      return
    }
    const logged = this.answers.list[answer] as LoggedAnswer // it has been given out
    this.origin.expect(logged, this.lifetimes.of(target, logged), target.path)
    this.engineRuns += 1
    const exchange = engine.serve(this.requestFor(shape, place), null)
    if (exchange instanceof Promise)
      return exchange.then((served) => this.settle(row, shape, place, answer, target, served))
    this.settle(row, shape, place, answer, target, exchange)
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
    const reason = this.reasons.ofExchange(exchange, seen, target)
    const key = cacheKeyText === null ? -1 : seen >= 0 ? seen : this.keys.add(cacheKeyText, target, answer)
    const outcome = this.outcomes.number(exchange, target, this.origin.attempts, reason)
    const size = this.needsSize(row, outcome) ? sizeOf(exchange) : -1
    const { known } = this
    known.outcome = outcome
    known.key = key
    known.size = size
    known.originBytes = this.origin.bytes
    if (this.unsteady[target.behavior] !== true) this.memory.remember(shape, place, answer, exchange, known)
    this.shortcuts.learn(shape, place, target, exchange, answer, known)
    if (exchange.stored !== null) this.reasons.note(key, this.reasons.farthestOf(exchange))
    this.count(row, known)
  }

  /** What the viewer got is known where nothing has changed for it; else the engine's response is measured. */
  private needsSize(row: number, outcome: number): boolean {
    const { status } = this.outcomes.list[outcome] as Outcome // it has been given out
    const { rows } = this
    const bytes = rows.floats[rows.floatsOf(row) + float.bytes] as number // a row of the batch, as below
    const logged = rows.integers[rows.integersOf(row) + integer.flags] as number
    return bytes < 0 || (logged & statusMask) !== status
  }

  private count(row: number, { outcome, key, size, originBytes }: Remembered): void {
    const { rows, row: served } = this
    const { integers, floats } = rows
    const at = rows.integersOf(row)
    const from = rows.floatsOf(row)
    this.served += 1
    const result = this.outcomes.list[outcome] as Outcome // it has been given out
    const bytes = floats[from + float.bytes] as number // a row of the batch, as below
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
    this.options.onServed?.(served, result, this.engine.now)
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
    this.reasons.hasInvalidated = true
    this.nextInvalidation += 1
    this.invalidateUntil(now)
  }
}
