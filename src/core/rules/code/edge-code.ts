/** Whether edge functions of either kind run on a behavior. */
import type { Behavior } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'

type Event = 'viewer-request' | 'viewer-response' | 'origin-request' | 'origin-response'

/** Whether a behavior has a function on one of the events; one whose event is not known counts as well. */
export const runsOn = (behavior: Behavior, events: readonly Event[]): boolean =>
  [...(behavior.FunctionAssociations ?? []), ...(behavior.LambdaFunctionAssociations ?? [])].some((item) => {
    const event = known(known(item)?.EventType)
    return event === undefined || events.some((one) => one === event)
  })
