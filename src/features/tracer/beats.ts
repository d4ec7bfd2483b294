/** Going through two stories in step. */
import { type SideBySide, sideBySide } from '#core/trace/explain/side-by-side.ts'
import { pairOf, type Side, showBeat, sideNames, sidesOf, usePair } from '#state/pair.ts'
import { speak } from '#state/session.ts'
import { useTrace } from '#state/trace.ts'

/** What both do at a beat, in one sentence. */
export function beatInWords(
  { beats, parting }: SideBySide,
  at: number,
  [one, two]: readonly [Side, Side],
): string {
  const beat = beats[at]
  if (!beat) return ''
  const told = (side: Side, step: number | null) =>
    side.result.events[step ?? -1]?.detail ?? 'does not come here.'
  const words = beat.isSame
    ? `both: ${told(one, beat.one)}`
    : `${sideNames[0]}: ${told(one, beat.one)} ${sideNames[1]}: ${told(two, beat.two)}`
  const isParting = at === parting ? ', where they part' : ''
  return `${at + 1} of ${beats.length}, ${beat.title}${isParting}; ${words}`
}

/** Goes to the beat before or after, and says what both do there. */
export function beatBy(by: number): void {
  const chosen = usePair.getState()
  const pair = pairOf(sidesOf(useTrace.getState(), chosen.compared), chosen)
  if (!pair) return
  const aligned = sideBySide(pair.one.result, pair.two.result)
  const last = aligned.beats.length - 1
  const next = Math.min(Math.max((chosen.beat ?? last) + by, 0), last)
  showBeat(next)
  speak(beatInWords(aligned, next, [pair.one, pair.two]))
}
