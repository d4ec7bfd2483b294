/** Requests that are traced through both designs, cold and a second later warm: the proof of what a review says. */
import type { FunctionRunner } from '#core/edge/runner.ts'
import { originsOf } from '#core/model/distribution.ts'
import type { OriginRule, RequestResult, ScriptedOrigins, ViewerRequest } from '#core/model/scenario.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { InputFault } from '#core/trace/engine/input-fault.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { scriptsFor } from '#core/trace/scenario/origin-scripts.ts'
import type { Change, Demonstration } from './change.ts'
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
  readonly before: Traced
  readonly after: Traced
  readonly differs: boolean
  /** Its place in `routing`; null where nothing changes for its path but what holds for every path. */
  readonly class: number | null
}

function originsFor(
  { document, id, config, compiled }: Side,
  answers: OriginRule | undefined,
): ScriptedOrigins {
  if (!answers) return scriptsFor(document, id)
  const origins = originsOf({ config, path: compiled.path })
  return Object.fromEntries(origins.map(({ value }) => [nameOf(value.Id), [answers]]))
}

async function trace(
  side: Side,
  request: ViewerRequest,
  answers: OriginRule | undefined,
  runner: FunctionRunner | undefined,
): Promise<Traced> {
  const simulation = createSimulation({
    document: side.document,
    distribution: side.id,
    origins: originsFor(side, answers),
    tellsChanges: false,
    ...(runner && { runner }),
  })
  const cold = await simulation.request(request)
  simulation.advance(1)
  return { cold, warm: await simulation.request(request) }
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
  ...(shown.viewer && { viewer: shown.viewer as NonNullable<ViewerRequest['viewer']> }),
})

export interface Prover {
  /** Traces one request through both. */
  readonly send: (request: ViewerRequest, at: number | null, answers?: OriginRule) => Promise<Probe>
}

export const proverFor = ({ before, after }: SiteReview, runner?: FunctionRunner): Prover => ({
  send: async (request, at, answers) => {
    const old = await trace(before, request, answers, runner)
    const now = await trace(after, request, answers, runner)
    const differs = outcomeOf(old.cold) !== outcomeOf(now.cold) || outcomeOf(old.warm) !== outcomeOf(now.warm)
    const { method = 'GET', url, headers = {}, viewer } = request
    return {
      request: { method, url, headers, ...(viewer && { viewer }) },
      ...(answers && { answers }),
      before: old,
      after: now,
      differs,
      class: at,
    }
  },
})

/** More than these are left out: nobody reads them, and each costs a few traces. */
const mostProbes = 400

/** For each change the first request that shows it; each witness at least once. */
export async function prove(review: SiteReview, runner?: FunctionRunner): Promise<Probe[]> {
  const prover = proverFor(review, runner)
  const host = hostFor(review)
  const probes = new Map<string, Probe>()
  const send = async (path: string, shown: Demonstration, at: number | null): Promise<Probe> => {
    const request = requestOf(host, path, shown)
    const key = JSON.stringify([request, shown.answers])
    const known = probes.get(key)
    if (known) return known
    const probe = await prover.send(request, at, shown.answers)
    probes.set(key, probe)
    return probe
  }
  const show = async (path: string, { shownBy }: Change, at: number | null) => {
    const tried: string[] = []
    for (const shown of shownBy) {
      const key = JSON.stringify([requestOf(host, path, shown), shown.answers])
      const wasKnown = probes.has(key)
      if ((await send(path, shown, at)).differs) break
      if (!wasKnown) tried.push(key)
    }
    // What showed nothing is of no use to a reader.
    for (const key of tried) if (!probes.get(key)?.differs) probes.delete(key)
  }
  for (const [at, { witness, changes }] of review.routing.entries()) {
    if (probes.size > mostProbes) break
    for (const change of changes) await show(witness, change, at)
    await send(witness, {}, at)
  }
  for (const change of review.distribution) await show('/x', change, review.classOf('/x'))
  return [...probes.values()].sort((one, other) => (one.class ?? 1e9) - (other.class ?? 1e9))
}

/** A request that a person names, or a sentence that says what is wrong with it. */
export async function probeUrl(
  review: SiteReview,
  url: string,
  at: number | null,
  runner?: FunctionRunner,
): Promise<Probe | string> {
  try {
    return await proverFor(review, runner).send({ method: 'GET', url, headers: {} }, at)
  } catch (error) {
    if (error instanceof InputFault) return error.message
    throw error
  }
}
