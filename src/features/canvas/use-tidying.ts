import { useLayoutEffect, useRef } from 'react'
import { useDocument } from '#state/design.ts'

/** As long as the style sheet lets nodes glide. */
const long = 260

/** Nodes whose places were given or taken, by tidying up or its undo, glide there; lines come when they have. */
export function useTidying(): void {
  const { layout } = useDocument()
  const before = useRef(layout)
  useLayoutEffect(() => {
    const was = before.current
    before.current = layout
    const changed = [...new Set([...Object.keys(was), ...Object.keys(layout)])].filter(
      (id) => Object.hasOwn(was, id) !== Object.hasOwn(layout, id),
    )
    const viewport = document.querySelector('.react-flow__viewport')
    if (changed.length === 0 || !viewport) return undefined
    viewport.classList.add('is-tidying')
    const timer = setTimeout(() => viewport.classList.remove('is-tidying'), long)
    return () => {
      clearTimeout(timer)
      viewport.classList.remove('is-tidying')
    }
  }, [layout])
}
