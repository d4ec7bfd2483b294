/** Going through the story and sending again, by command and by key. */

import { traceAgain } from '#commands/trace-again.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { Command } from '#state/commands.ts'
import { currentDocument, useDesign } from '#state/design.ts'
import { usePair } from '#state/pair.ts'
import { sentOf, useSent } from '#state/sent.ts'
import { showPanel, showView, speak } from '#state/session.ts'
import { clearTrace, sendRequests, showStep, useTrace } from '#state/trace.ts'

const shownTrace = () => {
  const { traced, shown } = useTrace.getState()
  return traced.find(({ id }) => id === shown)
}
const hasTrace = () => shownTrace() !== undefined

/** Goes to the step before or after, and says which it is. */
export function stepBy(by: number): void {
  if (usePair.getState().isShown) {
    void import('./beats.ts').then(({ beatBy }) => beatBy(by))
    return
  }
  const events = shownTrace()?.result.events
  if (!events) return
  const { step } = useTrace.getState()
  const next = Math.min(Math.max((step ?? events.length - 1) + by, 0), events.length - 1)
  showStep(next)
  speak(`Step ${next + 1} of ${events.length}: ${events[next]?.title}`)
}

/** The shown request, else the last one of this design: an edit and cold caches leave it. */
const requestAgain = () => shownTrace()?.request ?? sentOf(useSent.getState(), useDesign.getState().id)[0]

async function sendAgain(): Promise<void> {
  const distribution = useTrace.getState().distribution ?? distributionsIn(currentDocument())[0]?.id
  const request = requestAgain()
  if (!request || distribution === undefined) return
  showPanel('trace')
  const result = await sendRequests(distribution, [request])
  if (result) speak(`${request.method ?? 'GET'} ${request.url}: ${result.status} ${result.xCache ?? ''}`)
}

export const traceCommands: readonly Command[] = [
  {
    id: 'trace-back',
    group: 'Trace',
    label: 'Step back in the story',
    keys: ['['],
    isPossible: hasTrace,
    run: () => stepBy(-1),
  },
  {
    id: 'trace-on',
    group: 'Trace',
    label: 'Step on in the story',
    keys: [']'],
    isPossible: hasTrace,
    run: () => stepBy(1),
  },
  {
    id: 'trace-both',
    group: 'Trace',
    label: 'Play two requests side by side',
    isPossible: () => useTrace.getState().traced.length > 1,
    run: () => {
      showView('trace', 'both')
      showPanel('trace')
    },
  },
  {
    id: 'trace-again',
    group: 'Trace',
    label: 'Send the traced request again',
    keys: ['Ctrl+Shift+Enter'],
    isPossible: () => requestAgain() !== undefined,
    run: () => void sendAgain(),
  },
  {
    id: 'trace-replay',
    group: 'Trace',
    label: 'Trace all requests again through the design as it is now',
    isPossible: hasTrace,
    run: () => void traceAgain(),
  },
  {
    id: 'trace-clear',
    group: 'Trace',
    label: 'Start the trace over with cold caches',
    isPossible: hasTrace,
    run: clearTrace,
  },
]
