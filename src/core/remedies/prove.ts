/** What makes a request a hit: changes that are tried one by one, of which those are told that a trace proves. */
import { applyEdit } from '#core/model/edit.ts'
import type { RequestResult } from '#core/model/scenario.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import type { TracedRequest } from '#core/trace/explain/why-not-hit.ts'
import { candidatesFor, untunable } from './candidates.ts'
import type { Candidate, Played, Remedy } from './remedy.ts'

export interface Remedies {
  /** Each of them alone makes the second request a hit. */
  readonly proved: readonly Remedy[]
  /** What is to be said where none is; null where some are, or where the request was a hit. */
  readonly unknown: string | null
}

type Pair = readonly [first: TracedRequest, second: TracedRequest]

/** The same two requests at the same times, from cold caches, with a change or with none. */
async function played(
  base: Played,
  [first, second]: Pair,
  change?: Candidate,
): Promise<readonly [RequestResult, RequestResult]> {
  const simulation = createSimulation({
    ...base,
    tellsChanges: false,
    now: first.at,
    document: change?.edit ? applyEdit(base.document, change.edit) : base.document,
    origins: change?.origins?.(base.origins) ?? base.origins,
  })
  const send = ({ request }: TracedRequest) => simulation.request(change?.request?.(request) ?? request)
  const one = await send(first)
  simulation.advance((second.at - first.at) / 1000)
  return [one, await send(second)]
}

const isHit = ({ resultType }: RequestResult) => resultType === 'Hit'

const unproved = (tried: readonly Candidate[]): string =>
  tried.length === 0
    ? 'What would make it a hit is not known: there is no setting for it that could be tried.'
    : `What would make it a hit is not known. Tried, and still none: ${tried.map(({ text }) => text).join(' ')}`

/** What makes the second of two requests a hit on what the first leaves; nothing is told that was not traced. */
export async function remediesFor(
  base: Played,
  first: TracedRequest,
  second: TracedRequest,
): Promise<Remedies> {
  if (isHit(second.result) || second.result.resultType === 'RefreshHit') return { proved: [], unknown: null }
  const pair = [first, second] as const
  const now = await played(base, pair)
  if (isHit(now[1]))
    return {
      proved: [],
      unknown:
        'No setting has to change: from cold caches, these two requests alone give a hit. What was done between them took the object away, or what came before them kept it out.',
    }
  const candidates = candidatesFor(base, pair, now)
  const proved: Remedy[] = []
  for (const candidate of candidates) {
    const { text, mind, edit } = candidate
    if (isHit((await played(base, pair, candidate))[1])) proved.push({ text, mind, edit })
  }
  return { proved, unknown: proved.length > 0 ? null : (untunable(now) ?? unproved(candidates)) }
}
