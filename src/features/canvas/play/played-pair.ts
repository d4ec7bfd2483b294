/** The two requests that their view plays side by side, and where each of them is. */
import { useEffect, useMemo, useState } from 'react'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { RequestResult } from '#core/model/scenario.ts'
import { toldUpTo } from '#core/trace/explain/events.ts'
import type { SideBySide } from '#core/trace/explain/side-by-side.ts'
import { litNodes } from '#features/canvas/lit.ts'
import type { Told } from '#features/canvas/node/data.ts'
import { useDocument } from '#state/design.ts'
import { pairOf, sidesOf, usePair } from '#state/pair.ts'
import { useTrace } from '#state/trace.ts'

export interface PlayedPair {
  readonly owner: LogicalId | undefined
  readonly aligned: SideBySide
  /** From 0; the last one where all is told. */
  readonly beat: number
  readonly isOver: boolean
  /** A and B, as far as they are told. */
  readonly told: readonly [one: RequestResult, two: RequestResult]
}

/** A story as far as the step that it stands at. */
const toldTo = (result: RequestResult, step: number): RequestResult => ({
  ...toldUpTo(result, step),
  events: result.events.slice(0, step + 1),
})

const comparison = () => import('#core/trace/explain/side-by-side.ts')
type Comparison = Awaited<ReturnType<typeof comparison>>

/** What compares two stories knows the engine's stages, and comes with the first two that are shown. */
function useComparison(isShown: boolean): Comparison | undefined {
  const [module, setModule] = useState<Comparison | undefined>(undefined)
  useEffect(() => {
    // Where it does not come, the view beside the drawing says so.
    if (isShown) comparison().then(setModule, () => undefined)
  }, [isShown])
  return module
}

/** Undefined as long as the view of two requests is not open. */
export function usePlayedPair(): PlayedPair | undefined {
  const traced = useTrace((state) => state.traced)
  const before = useTrace((state) => state.before)
  const distribution = useTrace((state) => state.distribution)
  const document = useDocument()
  const { one, two, compared, beat, isShown } = usePair()
  const pair = useMemo(
    () => (isShown ? pairOf(sidesOf({ traced, before }, compared), { one, two }) : undefined),
    [isShown, traced, before, compared, one, two],
  )
  const [first, second] = [pair?.one.result, pair?.two.result]
  const comparing = useComparison(isShown)
  const aligned = useMemo(
    () => first && second && comparing?.sideBySide(first, second),
    [first, second, comparing],
  )
  return useMemo(() => {
    if (!first || !second || !aligned || !comparing) return undefined
    const { beats } = aligned
    const { stepAt } = comparing
    const at = beat ?? beats.length - 1
    const isOver = at >= beats.length - 1
    return {
      owner: distribution ?? distributionsIn(document)[0]?.id,
      aligned,
      beat: at,
      isOver,
      told: [toldTo(first, stepAt(beats, at, 'one')), toldTo(second, stepAt(beats, at, 'two'))],
    }
  }, [first, second, aligned, comparing, beat, distribution, document])
}

/** Where both came to the same, once; else what came of each. */
const together = (one: Told | undefined, two: Told): Told =>
  !one || one.text === '' || one.text === two.text
    ? two
    : two.text === ''
      ? one
      : { text: `${one.text} | ${two.text}`, outcome: undefined }

/** The nodes that either of the two passed. */
export function litByPair(
  document: DesignDocument,
  { owner, told, isOver }: PlayedPair,
): ReadonlyMap<string, Told> {
  const lit = new Map<string, Told>()
  for (const result of told)
    for (const [node, one] of litNodes(document, owner, result, isOver))
      lit.set(node, together(lit.get(node), one))
  return lit
}
