/** The steps of a finished story, by the stage that told them. */
import type { RequestResult, Said, TraceEvent } from '#core/model/scenario.ts'
import type { StageId } from '#core/trace/engine/pipeline.ts'

export const eventsAt = ({ events }: RequestResult, id: StageId): readonly TraceEvent[] =>
  events.filter(({ stage }) => stage === id)

/** The first step that a stage told. */
export const eventAt = (result: RequestResult, id: StageId): TraceEvent | undefined => eventsAt(result, id)[0]

/** The first step that says something of this kind, with what it says. */
export function eventThatIs<Is extends Said['is']>(
  { events }: RequestResult,
  kind: Is,
): (TraceEvent & { readonly said: Said & { readonly is: Is } }) | undefined {
  for (const event of events) {
    const { said } = event
    if (said !== undefined && isOf(said, kind)) return { ...event, said }
  }
  return undefined
}
const isOf = <Is extends Said['is']>(said: Said, kind: Is): said is Said & { readonly is: Is } =>
  said.is === kind

/** A result as far as its story is told up to a step, from 0: what comes later has not happened yet. */
export function toldUpTo(result: RequestResult, step: number | undefined): RequestResult {
  if (step === undefined || step >= result.events.length - 1) return result
  const soFar = { ...result, events: result.events.slice(0, step + 1) }
  return {
    ...result,
    behavior: eventAt(soFar, 'cache-behavior') ? result.behavior : null,
    originRequests: result.originRequests.slice(0, eventsAt(soFar, 'origin-fetch').length),
  }
}
