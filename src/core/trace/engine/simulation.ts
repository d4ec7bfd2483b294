/** A distribution under a simulated clock: requests, waiting, invalidations and evictions. */

import type { FunctionRunner } from '#core/edge/runner.ts'
import { tableOf } from '#core/ground/names.ts'
import { bodyText } from '#core/http/body.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import { parseRequestUrl } from '#core/http/url.ts'
import type { AccountFacts } from '#core/model/account.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { Json } from '#core/model/field.ts'
import type { RequestResult, ScriptedOrigins, ViewerRequest } from '#core/model/scenario.ts'
import { compileOnce } from '#core/trace/compile/compile-once.ts'
import { logRecord } from '#core/trace/message/log-record.ts'
import type { EngineRequest } from '#core/trace/message/message.ts'
import { notPlayedEvent } from '#core/trace/not-played/not-played.ts'
import { CacheNetwork, type TierName, WatchedObjects } from './cache.ts'
import { Engine } from './engine.ts'
import type { Exchange, OriginPort } from './exchange.ts'
import { InputFault } from './input-fault.ts'
import { type InvalidationReport, invalidate } from './invalidation.ts'
import { StoryRecorder } from './recorder.ts'
import { requestFault } from './request-fault.ts'
import { ScriptedOriginPort } from './scripted-origin.ts'

export interface SimulationOptions {
  readonly document: DesignDocument
  /** Needed only where the design has several; else the first that is no staging distribution. */
  readonly distribution?: LogicalId
  /** ISO 8601 or milliseconds; 2026-01-01T00:00:00Z where absent. */
  readonly now?: number | string
  readonly account?: AccountFacts
  /** Rules by origin Id, or a port of one's own. */
  readonly origins?: ScriptedOrigins | OriginPort
  /** Runs edge functions; without one they are left out, and the story says so. */
  readonly runner?: FunctionRunner
  /** By a function's name, what it gives back where it cannot be run here. */
  readonly functionResults?: Readonly<Record<string, Json>>
  readonly seed?: number
  /** Whether each step tells what it changed of the messages, which costs as much as the serving itself; true where absent. */
  readonly tellsChanges?: boolean
  /** Whether each story ends with what of the design it leaves out; as `tellsChanges` where absent. */
  readonly tellsNotPlayed?: boolean
}

/** One object in one cache, for display. */
export interface CacheEntryView {
  readonly tier: TierName
  /** A point of presence or a region. */
  readonly place: string
  readonly key: string
  readonly path: string
  readonly query: string
  readonly status: number
  /** Seconds. */
  readonly age: number
  /** Seconds; negative once expired. */
  readonly ttlLeft: number
  /** Bytes as stored. */
  readonly size: number
  readonly etag: string | null
}

export interface Simulation {
  /** Serves one request and tells its story. Throws an InputFault with one sentence where the URL is none. */
  request(request: ViewerRequest): Promise<RequestResult>
  /** Moves the clock on, by seconds. */
  advance(seconds: number): void
  invalidate(paths: readonly string[]): InvalidationReport
  /** Empties a tier, at one place or everywhere; returns how many objects went. */
  evict(what: { readonly tier: string; readonly pop?: string }): number
  /** Milliseconds since the epoch. */
  readonly now: number
  caches(): CacheEntryView[]
  readonly engine: Engine
}

const defaultStart = '2026-01-01T00:00:00Z'

function startOf(now: number | string | undefined): number {
  const start = typeof now === 'number' ? now : Date.parse(now ?? defaultStart)
  if (Number.isNaN(start)) throw new InputFault(`“${now}” is no date; write it as ${defaultStart}.`)
  return start
}

/** A viewer's request in the parts that the stages look at. Throws an InputFault where the URL is none. */
export function toEngineRequest(request: ViewerRequest, defaultHost: string): EngineRequest {
  const fault = requestFault(request)
  if (fault !== undefined) throw new InputFault(fault)
  const url = parseRequestUrl(request.url, defaultHost)
  if (!url.ok) throw new InputFault(url.error)
  const headers = HeaderFields.from(request.headers)
  headers.delete('host')
  return {
    method: (request.method ?? 'GET').toUpperCase(),
    protocol: url.value.protocol,
    host: url.value.host,
    path: url.value.path,
    query: url.value.query,
    headers,
    body: request.body ?? '',
    viewer: request.viewer ?? {},
    url: request.url,
  }
}

/** What a request came to, as the contract reports it. */
export function toResult(exchange: Exchange, recorder: StoryRecorder): RequestResult {
  const { response } = exchange
  if (!response) throw new Error('The pipeline ended without a response.')
  recorder.finish(exchange)
  return {
    status: response.status,
    headers: response.headers.toRecord(),
    body: bodyText(response.body),
    behavior: exchange.behavior?.pattern ?? null,
    xCache: response.headers.first('x-cache'),
    resultType: exchange.resultType,
    detailedResultType: exchange.detailedResultType || exchange.resultType,
    servedBy: exchange.servedBy,
    cacheKey: exchange.cacheKey,
    ttl: exchange.ttl,
    originRequests: exchange.originRequests,
    functions: exchange.functions,
    events: recorder.events,
    log: logRecord(exchange),
  }
}

function chosen(document: DesignDocument, wanted: LogicalId | undefined): LogicalId {
  if (wanted !== undefined) return wanted
  const all = distributionsIn(document)
  const first = all.find(({ config }) => config.Staging !== true) ?? all[0]
  if (!first) throw new InputFault('The design holds no distribution.')
  return first.id
}

/** As a scenario and an order name the tiers. */
export const tierNames: Readonly<Record<string, TierName>> = tableOf({
  edge: 'edge',
  'regional-edge-cache': 'regional-edge-cache',
  regional: 'regional-edge-cache',
  rec: 'regional-edge-cache',
  'origin-shield': 'origin-shield',
  shield: 'origin-shield',
})

const isPort = (origins: ScriptedOrigins | OriginPort): origins is OriginPort =>
  typeof (origins as { send?: unknown }).send === 'function'

/** Starts a simulation with cold caches. */
export function createSimulation(options: SimulationOptions): Simulation {
  const { document, account, origins = {}, seed = 1, tellsChanges = true } = options
  const { tellsNotPlayed = tellsChanges } = options
  const engine = new Engine({
    distribution: compileOnce(document, chosen(document, options.distribution), account),
    origins: isPort(origins) ? origins : new ScriptedOriginPort(origins),
    now: startOf(options.now),
    seed,
    caches: new CacheNetwork(() => new WatchedObjects()),
    ...(options.runner && { runner: options.runner }),
    ...(options.functionResults && { functionResults: options.functionResults }),
  })
  // A path alone is asked of the distribution, or of the first tenant where only tenants answer.
  const defaultHost = engine.distribution.tenants?.[0]?.domains[0] ?? engine.distribution.domainName
  const last = tellsNotPlayed ? notPlayedEvent(document, engine.distribution.id) : null
  let pathsUsed = 0
  return {
    engine,
    get now() {
      return engine.now
    },
    async request(request) {
      const recorder = new StoryRecorder(tellsChanges)
      const exchange = await engine.serve(toEngineRequest(request, defaultHost), recorder)
      const result = toResult(exchange, recorder)
      return last === null ? result : { ...result, events: [...result.events, last] }
    },
    advance(seconds) {
      engine.now += seconds * 1000
    },
    invalidate(paths) {
      const report = invalidate(engine.caches, paths, pathsUsed)
      pathsUsed += report.paths
      return report
    },
    evict({ tier, pop }) {
      const name = tierNames[tier]
      if (name === undefined)
        throw new InputFault(
          `There is no tier “${tier}”; there are edge, regional-edge-cache and origin-shield.`,
        )
      return engine.caches.evict(name, pop)
    },
    caches: () => cacheEntries(engine.caches, engine.now),
  }
}

function* viewsOf(caches: CacheNetwork, now: number): Generator<CacheEntryView> {
  for (const { name, place, objects } of caches)
    for (const object of objects.values())
      yield {
        tier: name,
        place,
        key: object.key,
        path: object.path,
        query: object.query,
        status: object.status,
        age: Math.floor((now - object.bornAt) / 1000),
        ttlLeft: Math.ceil((object.freshUntil - now) / 1000),
        size: object.encodedSize ?? object.body.size,
        etag: object.etag,
      }
}

/** What lies in all caches at a time. */
export const cacheEntries = (caches: CacheNetwork, now: number): CacheEntryView[] => [...viewsOf(caches, now)]
