import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Projection } from '#things/project.ts'
import { focusNode, idAround, rowsOf, selectNode } from './keyboard.ts'

interface Focused {
  readonly id: string
  readonly owner: string
  /** The place among the rows of its distribution; -1 for what is no row. */
  readonly row: number
}

/**
 * The focus stays on the canvas: on a node that changed its place, and where a node was removed on the row that came into
 * its place.
 */
export function useKeptFocus(frame: RefObject<HTMLElement | null>, projection: Projection): void {
  const latest = useRef(projection)
  const focused = useRef<Focused | undefined>(undefined)
  useEffect(() => {
    const { current } = frame
    const enter = ({ target }: FocusEvent) => {
      const id = idAround(target, 'node')
      const node = latest.current.byId.get(id ?? '')
      focused.current = node && {
        id: node.id,
        owner: node.owner,
        row: rowsOf(latest.current, node.owner).findIndex((row) => row.id === id),
      }
    }
    // What leaves for another element does so by itself; what is taken away leaves for nothing.
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) focused.current = undefined
    }
    const forget = () => (focused.current = undefined)
    current?.addEventListener('focusin', enter)
    current?.addEventListener('focusout', leave)
    current?.addEventListener('pointerdown', forget)
    return () => {
      current?.removeEventListener('focusin', enter)
      current?.removeEventListener('focusout', leave)
      current?.removeEventListener('pointerdown', forget)
    }
  }, [frame])
  useLayoutEffect(() => {
    latest.current = projection
    const was = focused.current
    if (!was || document.activeElement !== document.body) return
    const rows = rowsOf(projection, was.owner)
    const next = rows[Math.min(was.row, rows.length - 1)]
    if (projection.byId.has(was.id)) {
      focusNode(was.id)
      return
    }
    const instead = next ?? projection.byId.get(`${was.owner}/distribution/`)
    focusNode(instead?.id)
    // After the command that took it away has said that nothing is selected.
    if (instead) queueMicrotask(() => selectNode(instead))
  }, [projection])
}
