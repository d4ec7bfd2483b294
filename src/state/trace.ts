/** The simulation of the open design: its caches live until the design changes or they are cleared. */
import { create } from 'zustand'
import type { FunctionRunner } from '#core/edge/runner.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { OriginRule, RequestResult, ScriptedOrigins, ViewerRequest } from '#core/model/scenario.ts'
import type { CacheEntryView, Simulation } from '#core/trace/simulation.ts'
import { currentDocument } from './design.ts'

export interface Traced {
  readonly request: ViewerRequest
  readonly result: RequestResult
}
interface TraceState {
  readonly distribution: LogicalId | undefined
  readonly traced: readonly Traced[]
  readonly step: number | undefined
  readonly caches: readonly CacheEntryView[]
  readonly clock: number | undefined
  readonly failure: string | undefined
}
const empty: TraceState = {
  distribution: undefined,
  traced: [],
  step: undefined,
  caches: [],
  clock: undefined,
  failure: undefined,
}
export const useTrace = create<TraceState>()(() => empty)

const answersAll: readonly OriginRule[] = [
  {
    match: {},
    response: {
      status: 200,
      headers: { 'Content-Type': 'text/html', ETag: '"v1"' },
      body: 'from the origin',
    },
  },
]

let loadRunner: () => Promise<FunctionRunner | undefined> = () => Promise.resolve(undefined)

/** Names the sandbox that runs edge functions; it is loaded at the first request. */
export const setRunnerPort = (load: () => Promise<FunctionRunner>): void => {
  loadRunner = load
}

let simulation:
  | { resources: DesignDocument['resources']; distribution: LogicalId; running: Simulation }
  | undefined

async function simulationFor(distribution: LogicalId, originIds: readonly string[]): Promise<Simulation> {
  const document = currentDocument()
  if (simulation?.resources === document.resources && simulation.distribution === distribution)
    return simulation.running
  const { createSimulation } = await import('#core/trace/simulation.ts')
  const scripted = document.scenarios.find(({ origins }) => origins)?.origins
  const origins: ScriptedOrigins = {
    ...Object.fromEntries(originIds.map((id) => [id, answersAll])),
    ...scripted,
  }
  const runner = await loadRunner()
  const running = createSimulation({ document, distribution, origins, ...(runner && { runner }) })
  simulation = { resources: document.resources, distribution, running }
  useTrace.setState({ ...empty, distribution })
  return running
}

const shown = (running: Simulation) => ({ caches: running.caches(), clock: running.now })

/** Sends one request; the same design keeps its caches from one request to the next. */
export async function sendRequest(
  distribution: LogicalId,
  originIds: readonly string[],
  request: ViewerRequest,
): Promise<void> {
  try {
    const running = await simulationFor(distribution, originIds)
    const result = await running.request(request)
    useTrace.setState(({ traced }) => ({
      distribution,
      traced: [{ request, result }, ...traced].slice(0, 20),
      step: undefined,
      failure: undefined,
      ...shown(running),
    }))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    useTrace.setState({ failure: error.message })
  }
}

export function advanceClock(seconds: number): void {
  simulation?.running.advance(seconds)
  if (simulation) useTrace.setState(shown(simulation.running))
}
export function invalidateAll(): void {
  simulation?.running.invalidate(['/*'])
  if (simulation) useTrace.setState(shown(simulation.running))
}
export function clearTrace(): void {
  simulation = undefined
  useTrace.setState(empty)
}
export const showStep = (step: number | undefined): void => useTrace.setState({ step })
