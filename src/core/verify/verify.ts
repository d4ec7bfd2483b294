/** Sends requests to a real endpoint and tells where its answers are not those of the design. */
import type { FunctionRunner } from '#core/edge/runner.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { known, knownItems } from '#core/model/field.ts'
import type { RequestResult, ScriptedOrigins, ViewerRequest } from '#core/model/scenario.ts'
import { ScriptedOriginPort } from '#core/trace/engine/scripted-origin.ts'
import { createSimulation, type Simulation } from '#core/trace/engine/simulation.ts'
import { firstOf, type RealAnswer } from './answer.ts'
import { compareAnswers, type Difference } from './compare.ts'
import { type ErrorPage, isCloudFronts, LearnedOrigins } from './learn.ts'
import { marker, type Probe } from './probes.ts'

export interface Verified {
  readonly request: ViewerRequest
  readonly shows: string
  readonly expected: RequestResult
  readonly actual: RealAnswer
  readonly differences: readonly Difference[]
}

/** Sends one request; what cannot be sent is thrown by whoever sends. */
export type Send = (request: ViewerRequest) => Promise<RealAnswer>

export interface VerifyOptions {
  readonly document: DesignDocument
  readonly distribution: LogicalId
  readonly runner?: FunctionRunner
  /** How the origins answer; what the endpoint says is taken for the origin's word where this is absent. */
  readonly origins?: ScriptedOrigins
  /** Hosts of the endpoint, and the scheme in which it is asked. */
  readonly endpoint: URL
}

/** CloudFront made the answer, so that nothing of it is an origin's word. */
function isOwn(answer: RealAnswer): boolean {
  const xCache = firstOf(answer, 'x-cache')
  return isCloudFronts(xCache) && (!/^Error /i.test(xCache ?? '') || answer.isOwnPage)
}

/** The marker of this run is in the cache key, so that nobody else can have filled the cache with it. */
const isUnique = ({ cacheKey }: RequestResult) =>
  cacheKey !== null && (cacheKey.query.includes(marker) || Object.hasOwn(cacheKey.cookies, marker))

const nothing: RealAnswer = { status: 200, headers: [], size: 0, isOwnPage: false }

/** The pages that the design puts in the place of errors. */
function errorPagesOf(document: DesignDocument, id: LogicalId): ErrorPage[] {
  const resource = document.resources[id]
  if (resource?.type !== 'Distribution') return []
  return knownItems(resource.config.CustomErrorResponses).flatMap((response) => {
    const code = known(response.ErrorCode)
    if (code === undefined) return []
    const status = Number(known(response.ResponseCode) || code)
    return [{ code, status, path: known(response.ResponsePagePath) || null }]
  })
}

/** The design's side of a request: the same path and scheme, at the distribution's own name. */
function asDesigned(request: ViewerRequest, { protocol }: URL, host: string): ViewerRequest {
  const path = URL.canParse(request.url)
    ? new URL(request.url).pathname + new URL(request.url).search
    : request.url
  return { ...request, url: `${protocol}//${host}${path}` }
}

export class Verification {
  private readonly simulation: Simulation
  private readonly origins: LearnedOrigins
  private readonly ownHosts: ReadonlySet<string>
  private readonly options: VerifyOptions

  constructor(options: VerifyOptions) {
    this.options = options
    const { document, distribution, runner, origins, endpoint } = options
    this.origins = new LearnedOrigins(
      origins ? new ScriptedOriginPort(origins) : null,
      errorPagesOf(document, distribution),
    )
    this.simulation = createSimulation({
      document,
      distribution,
      origins: this.origins,
      now: Date.now(),
      tellsNotPlayed: false,
      ...(runner && { runner }),
    })
    this.ownHosts = new Set([endpoint.host, endpoint.hostname, this.host])
  }

  private get host(): string {
    const { distribution } = this.simulation.engine
    return distribution.tenants?.[0]?.domains[0] ?? distribution.domainName
  }

  /** Whether the behavior that answered compresses; where it does not, an origin may have done so itself. */
  private compresses({ behavior }: RequestResult): boolean {
    return this.simulation.engine.distribution.behaviors.some(
      ({ pattern, compress }) => pattern === behavior && compress,
    )
  }

  /** What the design makes of a request whose answer is known. */
  async judge({ request, shows, mayBeWarm }: Probe, actual: RealAnswer): Promise<Verified> {
    this.origins.learn(isOwn(actual) ? nothing : actual)
    const expected = await this.simulation.request(asDesigned(request, this.options.endpoint, this.host))
    const differences = compareAnswers(expected, actual, {
      mayBeWarm: mayBeWarm && !isUnique(expected),
      mayComeEncoded: !this.compresses(expected),
      ownHosts: this.ownHosts,
    })
    return { request, shows, expected, actual, differences }
  }

  /** A hit that did not come is asked for again: other caches of the place may have to fill first. */
  async verify(probe: Probe, send: Send): Promise<Verified> {
    let verified = await this.judge(probe, await send(probe.request))
    for (const request of probe.again ?? []) {
      if (!isMissedHit(verified)) break
      verified = await this.judge({ ...probe, request }, await send(request))
    }
    return verified
  }
}

const isMissedHit = ({ differences }: Verified) =>
  differences.some(
    ({ field, expected, actual }) =>
      field === 'xCache' && /hit/i.test(String(expected)) && /miss/i.test(String(actual)),
  )

export async function verifyAll(
  options: VerifyOptions,
  probes: readonly Probe[],
  send: Send,
): Promise<Verified[]> {
  const verification = new Verification(options)
  const verified: Verified[] = []
  for (const probe of probes) verified.push(await verification.verify(probe, send))
  return verified
}
