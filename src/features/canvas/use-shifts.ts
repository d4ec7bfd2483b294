/** Origins and groups go along with the view of a long lane: what the rows in sight lead to is in sight too. */
import { type ReactFlowState, useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useState } from 'react'
import { longLane, shiftFor } from '#things/column.ts'
import type { CanvasNode, Frame, Projection, Shifts } from '#things/project.ts'

/** How long the view must rest before the columns come along, ms: a pan draws nothing anew. */
const rest = 140
/** Free space over a column that went along, px of the design. */
const rim = 10

interface Seen {
  readonly top: number
  readonly bottom: number
}

const seenOf = ({ transform: [, y, zoom], height }: ReactFlowState): Seen => ({
  top: -y / zoom + rim,
  bottom: (height - y) / zoom,
})

const isSame = (a: Seen, b: Seen) => a.top === b.top && a.bottom === b.bottom

/** The seen part of the design's height, once the view rests. */
function useSeenHeight(isNeeded: boolean): Seen | undefined {
  const store = useStoreApi()
  const [seen, setSeen] = useState<Seen | undefined>(undefined)
  useEffect(() => {
    if (!isNeeded) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = () => setSeen(seenOf(store.getState()))
    const stop = store.subscribe((now, before) => {
      if (isSame(seenOf(now), seenOf(before))) return
      clearTimeout(timer)
      timer = setTimeout(settle, rest)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [store, isNeeded])
  return isNeeded ? seen : undefined
}

const none: Shifts = new Map()

/** How far the columns of one frame go along; a short lane is seen with them as it is. */
function shiftsOf({ owner, y, lane }: Frame, nodes: readonly CanvasNode[], seen: Seen) {
  if (lane.bottom - lane.top <= longLane) return []
  return (['group', 'origin'] as const).flatMap((kind): [string, number][] => {
    const column = nodes.filter((node) => node.owner === owner && node.kind === kind)
    if (column.length === 0) return []
    const bottom = Math.max(...column.map(({ position, size }) => position.y + size.height))
    const shift = shiftFor({ top: y, bottom }, { top: y, bottom: lane.bottom }, seen)
    return shift > 0 ? [[`${owner} ${kind}`, Math.round(shift)]] : []
  })
}

/** How far each column goes along; given the design as it is drawn without. */
export function useShifts({ frames, nodes }: Projection): Shifts {
  const isNeeded = frames.some(({ lane }) => lane.bottom - lane.top > longLane)
  const seen = useSeenHeight(isNeeded)
  return useMemo(() => {
    const shifts = seen ? frames.flatMap((frame) => shiftsOf(frame, nodes, seen)) : []
    return shifts.length === 0 ? none : new Map(shifts)
  }, [frames, nodes, seen])
}
