import { announce } from '#state/session.ts'
import { replaySession, useTrace } from '#state/trace.ts'
import { counted } from '#things/counted.ts'

/** Sends all of the session through the design as it is now, and says so. */
export async function traceAgain(): Promise<void> {
  const count = useTrace.getState().steps.filter((step) => 'request' in step).length
  await replaySession()
  announce(
    `${counted(count, 'request')} ${count === 1 ? 'was' : 'were'} traced again through the edited design.`,
  )
}
