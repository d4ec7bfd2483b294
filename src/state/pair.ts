/** Two requests that are played side by side: which two, and how far. What came of them is the session's. */
import { create } from 'zustand'
import { useDesign } from './design.ts'
import type { Traced } from './trace.ts'

export type SideGroup = 'Sent' | 'Before the edit' | 'What if'

/** A request that can be one of the two. */
export interface Side extends Pick<Traced, 'request' | 'result'> {
  /** `sent 3`; of this visit alone, and nothing of the request is in it. */
  readonly id: string
  readonly group: SideGroup
  /** Its number in the session, where it is of one. */
  readonly number: number | undefined
}

/** What the two are called, on the canvas as in the story. */
export const sideNames = ['A', 'B'] as const

interface PairState {
  /** The ids of the sides that were chosen; undefined where the last ones sent are meant. */
  readonly one: string | undefined
  readonly two: string | undefined
  /** Results of a comparison, whose requests are in no session. */
  readonly compared: readonly Side[]
  /** The beat at which both stand, from 0; undefined where all is told. */
  readonly beat: number | undefined
  /** Their view is open, so the canvas plays them. */
  readonly isShown: boolean
}
const empty: PairState = { one: undefined, two: undefined, compared: [], beat: undefined, isShown: false }
export const usePair = create<PairState>()(() => empty)

interface Sent {
  readonly traced: readonly Traced[]
  readonly before: readonly Traced[]
}

const sideOf =
  (group: SideGroup, kind: string, first: number) =>
  ({ id, request, result }: Traced): Side => ({
    id: `${kind} ${id}`,
    group,
    number: id - first + 1,
    request,
    result,
  })

/** All requests that can be chosen, the newest first. */
export function sidesOf({ traced, before }: Sent, compared: readonly Side[]): Side[] {
  return [
    ...traced.map(sideOf('Sent', 'sent', traced.at(-1)?.id ?? 0)),
    ...before.map(sideOf('Before the edit', 'before', before.at(-1)?.id ?? 0)),
    ...compared,
  ]
}

const pathOf = ({ request }: Side): string => request.url.replace(/[?#].*$/, '')

/** What a person would have the last one compared with: itself before the edit, else the last for its path, else the one before it. */
function besideOf(side: Side, sides: readonly Side[]): Side | undefined {
  const former = sides.find(({ group, number }) => group === 'Before the edit' && number === side.number)
  const earlier = sides.filter(({ group, number }) => group === 'Sent' && (number ?? 0) < (side.number ?? 0))
  return former ?? earlier.find((one) => pathOf(one) === pathOf(side)) ?? earlier[0]
}

/** The two that were chosen; those that there are no more are replaced by the last ones. */
export function pairOf(
  sides: readonly Side[],
  chosen: Pick<PairState, SideKey>,
): Readonly<Record<SideKey, Side>> | undefined {
  const find = (id: string | undefined) => sides.find((side) => side.id === id)
  const two = find(chosen.two) ?? sides.find((side) => side.id !== chosen.one)
  const one = find(chosen.one) ?? (two && besideOf(two, sides)) ?? sides.find((side) => side !== two)
  return one && two && one !== two ? { one, two } : undefined
}
type SideKey = 'one' | 'two'

export const choosePair = (chosen: Partial<Pick<PairState, SideKey>>): void =>
  usePair.setState({ ...chosen, beat: undefined })

/** Plays a request of a comparison beside what becomes of it elsewhere. */
export const playCompared = (one: Pick<Side, 'request' | 'result'>, result: Side['result']): void => {
  const side = (id: string, of: Side['result']): Side => ({
    id,
    group: 'What if',
    number: undefined,
    request: one.request,
    result: of,
  })
  usePair.setState({
    compared: [side('compared before', one.result), side('compared after', result)],
    one: 'compared before',
    two: 'compared after',
    beat: undefined,
  })
}

export const showBeat = (beat: number | undefined): void => usePair.setState({ beat })
export const showPair = (isShown: boolean): void => usePair.setState({ isShown, beat: undefined })

// Another design has requests of its own.
useDesign.subscribe(({ id }, before) => {
  if (id !== before.id) usePair.setState(empty)
})
