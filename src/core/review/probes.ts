/** Requests that are traced through both designs, cold and a second later warm: the proof of what a review says. */
import type { FunctionRunner } from '#core/edge/runner.ts'
import { parseRequestUrl } from '#core/http/url.ts'
import { originsOf } from '#core/model/distribution.ts'
import type { OriginRule, RequestResult, ScriptedOrigins, ViewerRequest } from '#core/model/scenario.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { InputFault } from '#core/trace/engine/input-fault.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { scriptsFor } from '#core/trace/scenario/origin-scripts.ts'
import type { Change, Demonstration } from './change.ts'
import { letIn } from './let-in.ts'
import { outcomeOf } from './outcome.ts'
import type { Side } from './side.ts'
import type { SiteReview } from './site-review.ts'

export interface Traced {
  readonly cold: RequestResult
  readonly warm: RequestResult
}
export interface Probe {
  readonly request: {
    readonly method: string
    readonly url: string
    readonly headers: NonNullable<ViewerRequest['headers']>
    readonly viewer?: ViewerRequest['viewer']
  }
  /** How every origin answers, where it is not a plain page. */
  readonly answers?: OriginRule
  /** It was let in as with a good signature, which both designs ask for. */
  readonly signed?: true
  readonly before: Traced
  readonly after: Traced
  readonly differs: boolean
  /** Its place in `routing`; null where nothing changes for its path but what holds for every path. */
  readonly class: number | null
}

/** What is sent, and under which circumstances. */
interface Asked {
  readonly request: ViewerRequest
  /** A saved scenario's own scripts. */
  readonly origins?: ScriptedOrigins
  readonly answers?: OriginRule
  readonly signed?: true
}

function originsFor(
  { document, id, config, compiled }: Side,
  { answers, origins: scripted }: Asked,
): ScriptedOrigins {
  if (!answers) return { ...scriptsFor(document, id), ...scripted }
  const origins = originsOf({ config, path: compiled.path })
  return Object.fromEntries(origins.map(({ value }) => [nameOf(value.Id), [answers]]))
}

async function trace(side: Side, asked: Asked, runner: FunctionRunner | undefined): Promise<Traced> {
  const simulation = createSimulation({
    document: side.document,
    distribution: side.id,
    origins: originsFor(side, asked),
    tellsChanges: false,
    ...(runner && { runner }),
  })
  const cold = await simulation.request(asked.request)
  simulation.advance(1)
  return { cold, warm: await simulation.request(asked.request) }
}

/** A host that both states answer to, where there is one. */
export function hostFor({ before, after }: SiteReview): string {
  const tenants = (side: Side) => (side.compiled.tenants ?? []).flatMap(({ domains }) => domains)
  const names = (side: Side) => [...tenants(side), ...side.compiled.aliases]
  const shared = names(before).find((name) => names(after).includes(name))
  return (shared ?? names(before)[0] ?? before.compiled.domainName).replace(/^\*/, 'www')
}

const requestOf = (host: string, path: string, shown: Demonstration): ViewerRequest => ({
  method: shown.method ?? 'GET',
  url: `${shown.protocol ?? 'https'}://${host}${path}${shown.query === undefined ? '' : `?${shown.query}`}`,
  headers: { ...shown.headers },
  ...(shown.body !== undefined && { body: shown.body }),
  ...(shown.viewer && { viewer: { ...shown.viewer } as NonNullable<ViewerRequest['viewer']> }),
})

const differ = (one: Traced, other: Traced) =>
  outcomeOf(one.cold) !== outcomeOf(other.cold) || outcomeOf(one.warm) !== outcomeOf(other.warm)

/** Traces requests through both designs. */
class Prover {
  private readonly review: SiteReview
  private readonly runner: FunctionRunner | undefined
  private inside: readonly [Side, Side] | undefined

  constructor(review: SiteReview, runner: FunctionRunner | undefined) {
    this.review = review
    this.runner = runner
  }

  private sides(signed: boolean): readonly [Side, Side] {
    const { before, after } = this.review
    if (!signed) return [before, after]
    this.inside ??= [letIn(before), letIn(after)]
    return this.inside
  }

  async send(asked: Asked, at: number | null): Promise<Probe> {
    const [before, after] = this.sides(asked.signed === true)
    const old = await trace(before, asked, this.runner)
    const now = await trace(after, asked, this.runner)
    const { method = 'GET', url, headers = {}, viewer } = asked.request
    return {
      request: { method, url, headers, ...(viewer && { viewer }) },
      ...(asked.answers && { answers: asked.answers }),
      ...(asked.signed && { signed: asked.signed }),
      before: old,
      after: now,
      differs: differ(old, now),
      class: at,
    }
  }
}

/** Probes by what was asked, so that nothing is traced twice. */
class Proofs {
  readonly found = new Map<string, Probe>()
  private readonly useless = new Set<string>()
  private readonly prover: Prover

  constructor(prover: Prover) {
    this.prover = prover
  }

  /** Keeps the first request that differs, of those that should show a change. */
  async show(requests: readonly Asked[], at: number | null): Promise<void> {
    for (const asked of requests) {
      const key = JSON.stringify(asked)
      if (this.found.get(key)?.differs) return
      if (this.useless.has(key)) continue
      const probe = await this.prover.send(asked, at)
      if (probe.differs) {
        this.found.set(key, probe)
        return
      }
      this.useless.add(key)
    }
  }

  /** Keeps this request, whether it differs or not. */
  async keep(asked: Asked, at: number | null): Promise<void> {
    const key = JSON.stringify(asked)
    if (!this.found.has(key)) this.found.set(key, await this.prover.send(asked, at))
  }
}

const isSigned = ({ compiled }: Side, path: string) => compiled.chooseBehavior(path).signing !== null

/** Requests of the scenarios that are saved with a design. */
const savedRequests = ({ document, id }: Side): Asked[] =>
  document.scenarios
    .filter(({ distribution }) => (distribution ?? id) === id)
    .flatMap(({ origins, steps }) =>
      steps.flatMap((step) =>
        'request' in step ? [{ request: step.request, ...(origins && { origins }) }] : [],
      ),
    )

/** A saved request whose URL is none is told where it was saved. */
async function replaySaved(review: SiteReview, proofs: Proofs): Promise<void> {
  for (const saved of [review.after, review.before].flatMap(savedRequests)) {
    const parsed = parseRequestUrl(saved.request.url, review.before.compiled.domainName)
    if (!parsed.ok || proofs.found.size > mostProbes) continue
    await proofs.keep(saved, review.classOf(parsed.value.path))
  }
}

/** More than these are left out: nobody reads them, and each costs a few traces. */
const mostProbes = 400

/** For each change the first request that shows it; each witness at least once. */
export async function prove(review: SiteReview, runner?: FunctionRunner): Promise<Probe[]> {
  const proofs = new Proofs(new Prover(review, runner))
  const host = hostFor(review)
  const asked = (path: string, shown: Demonstration): Asked => ({
    request: requestOf(host, path, shown),
    ...(shown.answers && { answers: shown.answers }),
    ...(isSigned(review.before, path) && isSigned(review.after, path) && { signed: true as const }),
  })
  const show = (witness: string, { shownBy }: Change, at: number | null) =>
    proofs.show(
      shownBy.flatMap((shown) => {
        const path = shown.path ?? witness
        return path === witness || review.classOf(path) === at ? [asked(path, shown)] : []
      }),
      at,
    )
  for (const [at, { witness, changes }] of review.routing.entries()) {
    if (proofs.found.size > mostProbes) break
    for (const change of changes) await show(witness, change, at)
    await proofs.keep(asked(witness, {}), at)
  }
  for (const change of review.distribution) await show('/x', change, review.classOf('/x'))
  await replaySaved(review, proofs)
  return [...proofs.found.values()].sort((one, other) => (one.class ?? 1e9) - (other.class ?? 1e9))
}

/** A request that a person names, or a sentence that says what is wrong with it. */
export async function probeUrl(
  review: SiteReview,
  url: string,
  at: number | null,
  runner?: FunctionRunner,
): Promise<Probe | string> {
  try {
    return await new Prover(review, runner).send({ request: { method: 'GET', url, headers: {} } }, at)
  } catch (error) {
    if (error instanceof InputFault) return error.message
    throw error
  }
}
