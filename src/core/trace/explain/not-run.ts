/** The functions that CloudFront would have run and the trace did not: what a finished trace is silent about. */
import type { RequestResult, Said } from '#core/model/scenario.ts'

export interface NotRun {
  readonly name: string
  /** The step at which it would have run. */
  readonly at: string
  readonly why: string
  readonly because: readonly string[]
}

type Silent = Said & { readonly is: 'not-run' | 'sandbox-limit' }
const isSilent = (said: Said | undefined): said is Silent =>
  (said?.is === 'not-run' || said?.is === 'sandbox-limit') && said.result === 'passed-over'

/** Each function that the request went past as if it were not there. */
export const notRunIn = ({ events }: RequestResult): readonly NotRun[] =>
  events.flatMap(({ said, title, because = [] }) =>
    isSilent(said)
      ? [
          {
            name: said.name,
            at: title,
            why: said.is === 'not-run' ? said.why : `our sandbox ${said.what}`,
            because,
          },
        ]
      : [],
  )
