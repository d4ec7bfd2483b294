/** The simulation of the open design: its caches live until the design changes or they are cleared. */
import { create } from 'zustand'
import type { FunctionRunner } from '#core/edge/runner.ts'
import type { AccountFacts } from '#core/model/account.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { RequestResult, Scenario, ScenarioStep, ViewerRequest } from '#core/model/scenario.ts'
import type { Remedies } from '#core/remedies/prove.ts'
import { InputFault } from '#core/trace/engine/input-fault.ts'
import type { InvalidationReport } from '#core/trace/engine/invalidation.ts'
import type { CacheEntryView, Simulation } from '#core/trace/engine/simulation.ts'
import { toldUpTo } from '#core/trace/explain/events.ts'
import type { TracedRequest } from '#core/trace/explain/why-not-hit.ts'
import type { RequestDraft } from '#core/trace/requests/request-draft.ts'
import type { SigningFlaw, TestSigner } from '#core/trace/requests/test-signer.ts'
import { currentDocument, useDesign } from './design.ts'

export interface Traced extends TracedRequest {
  /** Counts up with each request of a session. */
  readonly id: number
}
/** What a simulation is of; another one of these means cold caches. */
interface Basis {
  readonly resources: DesignDocument['resources']
  readonly originScripts: DesignDocument['originScripts']
  readonly functionResults: DesignDocument['functionResults']
  readonly distribution: LogicalId
}
interface TraceState {
  readonly distribution: LogicalId | undefined
  /** The newest first. */
  readonly traced: readonly Traced[]
  /** The results of the same requests before the design was edited and they were sent again. */
  readonly before: readonly Traced[]
  /** The id of the request whose story is shown. */
  readonly shown: number | undefined
  /** The step of the story at which it stands, from 0; undefined where all of it is told. */
  readonly step: number | undefined
  /** What the canvas lights: the shown request, as far as its story has been told. */
  readonly lit: RequestResult | undefined
  readonly caches: readonly CacheEntryView[]
  /** Milliseconds since the epoch. */
  readonly clock: number | undefined
  /** All that was done since the caches were cold, as a scenario would do it. */
  readonly steps: readonly ScenarioStep[]
  /** Keys that stand in for the design's own, so that requests can be signed here. */
  readonly account: AccountFacts | undefined
  readonly invalidation: InvalidationReport | undefined
  readonly basis: Basis | undefined
  readonly failure: string | undefined
}
const empty: TraceState = {
  distribution: undefined,
  traced: [],
  before: [],
  shown: undefined,
  step: undefined,
  lit: undefined,
  caches: [],
  clock: undefined,
  steps: [],
  account: undefined,
  invalidation: undefined,
  basis: undefined,
  failure: undefined,
}
export const useTrace = create<TraceState>()(() => empty)

/** Requests of one session beyond these are forgotten, the oldest first. */
const longestSession = 200

let loadRunner: () => Promise<FunctionRunner | undefined> = () => Promise.resolve(undefined)

/** Names the sandbox that runs edge functions; it is loaded at the first request. */
export const setRunnerPort = (load: () => Promise<FunctionRunner>): void => {
  loadRunner = load
}

/** A CDN that runs elsewhere: its requests are shown here, and it is what the orders are for. */
export interface Remote {
  /** True for the design that it serves. */
  readonly isOf: (design: string) => boolean
  readonly order: (path: string, input: object) => Promise<Readonly<Record<string, unknown>> | undefined>
}
let served: Remote | undefined
export const setRemote = (remote: Remote): void => {
  served = remote
}
const remoteNow = (): Remote | undefined => (served?.isOf(useDesign.getState().id) ? served : undefined)

let running: Simulation | undefined
let nextId = 1

type Played = Omit<Basis, 'distribution'> | DesignDocument
const isOfSame = (a: Played, b: Played): boolean =>
  a.resources === b.resources &&
  a.originScripts === b.originScripts &&
  a.functionResults === b.functionResults

const basisOf = (distribution: LogicalId): Basis => {
  const { resources, originScripts, functionResults } = currentDocument()
  return { resources, originScripts, functionResults, distribution }
}
const isSameBasis = (a: Basis | undefined, b: Basis): boolean =>
  a?.distribution === b.distribution && isOfSame(a, b)

/** True where the shown session is of an earlier state of the design. */
export const isOutdated = (basis: Basis | undefined, document: DesignDocument): boolean =>
  basis !== undefined && !isOfSame(basis, document)

/** The design as it was when the shown session was sent through it. */
export const asTraced = (basis: Basis | undefined, document: DesignDocument): DesignDocument => {
  if (!basis || isOfSame(basis, document)) return document
  const { resources, originScripts, functionResults } = basis
  const { originScripts: _scripts, functionResults: _results, ...rest } = document
  return {
    ...rest,
    resources,
    ...(originScripts && { originScripts }),
    ...(functionResults && { functionResults }),
  }
}

/** The design was changed in a way that changes nothing of the session: the scripts that it ran with were written down. */
export const keepSession = (): void =>
  useTrace.setState(({ distribution }) =>
    distribution === undefined ? {} : { basis: basisOf(distribution) },
  )

/** What a simulation of the open design is made of. */
async function setupOf(distribution: LogicalId) {
  const document = currentDocument()
  const { scriptsFor } = await import('#core/trace/scenario/origin-scripts.ts')
  const runner = await loadRunner()
  const { account } = useTrace.getState()
  return {
    document,
    distribution,
    origins: scriptsFor(document, distribution),
    ...(document.functionResults && { functionResults: document.functionResults }),
    ...(account && { account }),
    ...(runner && { runner }),
  }
}

async function startSimulation(distribution: LogicalId): Promise<Simulation> {
  const { createSimulation } = await import('#core/trace/engine/simulation.ts')
  const setup = await setupOf(distribution)
  const { account } = useTrace.getState()
  running = createSimulation(setup)
  useTrace.setState({ ...empty, account, distribution, basis: basisOf(distribution) })
  return running
}

async function simulationFor(distribution: LogicalId): Promise<Simulation> {
  const { basis } = useTrace.getState()
  return running && isSameBasis(basis, basisOf(distribution)) ? running : startSimulation(distribution)
}

/** The simulation's own view of itself, after whatever was done to it. */
const shownOf = (simulation: Simulation) => ({ caches: simulation.caches(), clock: simulation.now })

async function serve(simulation: Simulation, request: ViewerRequest): Promise<void> {
  const at = simulation.now
  const result = await simulation.request(request)
  const id = nextId
  nextId += 1
  useTrace.setState(({ traced, steps }) => ({
    traced: [{ id, request, result, at }, ...traced].slice(0, longestSession),
    steps: [...steps, { request }],
    shown: id,
    step: undefined,
    lit: result,
    failure: undefined,
    ...shownOf(simulation),
  }))
}

/** A request that a CDN elsewhere has served. */
export function takeTraced(distribution: LogicalId, request: TracedRequest, isShown: boolean): void {
  const id = nextId
  nextId += 1
  useTrace.setState(({ traced, basis }) => ({
    distribution,
    basis: basis?.distribution === distribution ? basis : basisOf(distribution),
    traced: [{ id, ...request }, ...traced].slice(0, longestSession),
    failure: undefined,
    ...((isShown || traced.length === 0) && { shown: id, step: undefined, lit: request.result }),
  }))
}

/** What the caches of a CDN elsewhere hold. */
export const takeCaches = (caches: readonly CacheEntryView[], clock: number): void =>
  useTrace.setState({ caches, clock })

/** Sends requests one after the other; the same design keeps its caches from one to the next. Gives the last result. */
export async function sendRequests(
  distribution: LogicalId,
  requests: readonly ViewerRequest[],
): Promise<RequestResult | undefined> {
  const remote = remoteNow()
  if (remote) {
    for (const request of requests) await remote.order('send', request)
    return useTrace.getState().traced[0]?.result
  }
  try {
    const simulation = await simulationFor(distribution)
    for (const request of requests) await serve(simulation, request)
    return useTrace.getState().traced[0]?.result
  } catch (error) {
    if (!(error instanceof InputFault)) throw error
    useTrace.setState({ failure: error.message })
    return undefined
  }
}

/** Does a scenario's steps one after the other, as a player does; gives the last result. */
export async function playSteps(
  distribution: LogicalId,
  steps: readonly ScenarioStep[],
): Promise<RequestResult | undefined> {
  for (const step of steps) {
    if ('advance' in step) advanceClock(step.advance)
    else if ('request' in step && !(await sendRequests(distribution, [step.request]))) return undefined
  }
  return useTrace.getState().traced[0]?.result
}

/** Does all of the session again on the design as it is now, from cold caches; the former results stay for comparison. */
export async function replaySession(): Promise<void> {
  const { distribution, steps, traced } = useTrace.getState()
  if (distribution === undefined) return
  const simulation = await startSimulation(distribution)
  for (const step of steps) {
    if ('request' in step) await serve(simulation, step.request)
    else if ('advance' in step) advanceClock(step.advance)
    else if ('invalidate' in step) invalidatePaths(step.invalidate)
    else if ('evict' in step) evictTier(step.evict)
  }
  useTrace.setState({ before: traced })
}

/** What makes the second of two requests a hit; nothing where they went through another state of the design, or elsewhere. */
export async function remediesOf(first: Traced, second: Traced): Promise<Remedies | undefined> {
  const { distribution, basis } = useTrace.getState()
  if (distribution === undefined || remoteNow() || !isSameBasis(basis, basisOf(distribution)))
    return undefined
  const [{ remediesFor }, setup] = await Promise.all([
    import('#core/remedies/prove.ts'),
    setupOf(distribution),
  ])
  return remediesFor(setup, first, second)
}

function done(step: ScenarioStep, more: Partial<TraceState> = {}): void {
  if (!running) return
  const view = shownOf(running)
  useTrace.setState(({ steps }) => ({ steps: [...steps, step], ...view, ...more }))
}

/** Moves the clock on, by seconds. */
export function advanceClock(seconds: number): void {
  const remote = remoteNow()
  if (remote) {
    void remote.order('advance', { seconds })
    return
  }
  running?.advance(seconds)
  done({ advance: seconds })
}
export function invalidatePaths(paths: readonly string[]): InvalidationReport | undefined {
  const remote = remoteNow()
  if (remote) {
    // The CDN answers with the report that the engine makes here too.
    void remote.order('invalidate', { paths }).then((report) => {
      if (report) useTrace.setState({ invalidation: report as unknown as InvalidationReport })
    })
    return undefined
  }
  const invalidation = running?.invalidate(paths)
  done({ invalidate: paths }, { invalidation })
  return invalidation
}
/** Empties a tier, at one place or everywhere; gives how many objects went. */
export function evictTier(evict: { readonly tier: string; readonly pop?: string }): number {
  const remote = remoteNow()
  if (remote) {
    const { tier, pop } = evict
    const there = useTrace
      .getState()
      .caches.filter((one) => one.tier === tier && (pop ?? one.place) === one.place)
    void remote.order('evict', evict)
    return there.length
  }
  const count = running?.evict(evict) ?? 0
  done({ evict })
  return count
}
export function clearTrace(): void {
  running = undefined
  useTrace.setState(empty)
}

// Another design has caches of its own.
useDesign.subscribe(({ id }, before) => {
  if (id !== before.id) clearTrace()
})

/** Shows the story of a request; the canvas lights its path. */
export const showTraced = (id: number): void =>
  useTrace.setState(({ traced }) => ({
    shown: id,
    step: undefined,
    lit: traced.find((one) => one.id === id)?.result,
  }))

/** Takes the request off the canvas; its story stays. */
export const unlight = (): void => useTrace.setState({ lit: undefined, step: undefined })

/** Stands at a step of the shown story, from 0; `undefined` tells all of it. */
export const showStep = (step: number | undefined): void =>
  useTrace.setState(({ traced, shown }) => {
    const result = traced.find(({ id }) => id === shown)?.result
    return result ? { step, lit: toldUpTo(result, step) } : {}
  })

let signer: TestSigner | undefined

/** A URL of the open design signed with a key made here, whose public half joins the simulation. Fails with a sentence. */
export async function signForTest(
  distribution: LogicalId,
  url: string,
  flaw: SigningFlaw,
): Promise<{ readonly url: string } | { readonly failure: string }> {
  const { createTestSigner, signUrl, trustedKeyFor, withTestKey } = await import(
    '#core/trace/requests/test-signer.ts'
  )
  const key = trustedKeyFor(currentDocument(), distribution, url)
  if (!key.ok) return { failure: key.error }
  signer ??= await createTestSigner()
  const { account = {} } = useTrace.getState()
  const stands = account.publicKeys?.find(({ logicalId }) => logicalId === key.value)
  if (stands?.EncodedKey !== signer.publicKey) {
    running = undefined
    useTrace.setState({ ...empty, account: withTestKey(account, key.value, signer) })
  }
  const facts = useTrace.getState().account?.publicKeys
  const keyPairId = facts?.find(({ logicalId }) => logicalId === key.value)?.Id ?? key.value
  const now = useTrace.getState().clock ?? Date.parse('2026-01-01T00:00:00Z')
  return { url: await signUrl(signer, { url, keyPairId, expires: Math.floor(now / 1000) + 3600, flaw }) }
}

/** The session as a scenario: all that was done since the caches were cold. */
export function sessionScenario(name: string): Scenario {
  const { steps, distribution, account } = useTrace.getState()
  return {
    name,
    ...(distribution !== undefined && { distribution }),
    ...(account && { account }),
    steps,
  }
}

/** The form of the request that is sent next; it survives a change of panels. */
export const useDraft = create<{ readonly draft: RequestDraft | undefined }>()(() => ({ draft: undefined }))
export const setDraft = (draft: RequestDraft): void => useDraft.setState({ draft })
