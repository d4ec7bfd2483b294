import { useReactFlow, ViewportPortal } from '@xyflow/react'
import { GripHorizontal, X } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { changeSticky, removeSticky } from '#core/edits/stickies.ts'
import { tableOf } from '#core/ground/names.ts'
import { type Sticky, stickiesOf } from '#core/model/document.ts'
import { commit, useDocument } from '#state/design.ts'
import { announceDone } from '#state/done.ts'
import { isFresh } from './new-sticky.ts'
import styles from './stickies.module.css'

const steps = tableOf<readonly [x: number, y: number]>({
  ArrowLeft: [-16, 0],
  ArrowRight: [16, 0],
  ArrowUp: [0, -16],
  ArrowDown: [0, 16],
})

/** The place of a note while it is dragged by its head. */
function useDrag(id: string, { x, y }: Sticky) {
  const flow = useReactFlow()
  const from = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined)
  const [by, setBy] = useState<{ readonly x: number; readonly y: number } | undefined>(undefined)
  const movedBy = (event: PointerEvent) => {
    const { current } = from
    const zoom = flow.getZoom()
    return current && { x: (event.clientX - current.x) / zoom, y: (event.clientY - current.y) / zoom }
  }
  return {
    at: { x: x + (by?.x ?? 0), y: y + (by?.y ?? 0) },
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { x: event.clientX, y: event.clientY }
      },
      onPointerMove: (event: PointerEvent) => {
        if (from.current) setBy(movedBy(event))
      },
      onPointerUp: (event: PointerEvent) => {
        const moved = movedBy(event)
        from.current = undefined
        setBy(undefined)
        if (moved && (moved.x !== 0 || moved.y !== 0))
          commit(changeSticky(id, { x: Math.round(x + moved.x), y: Math.round(y + moved.y) }))
      },
    },
  }
}

function remove(id: string, what: string): void {
  commit(removeSticky(id))
  announceDone(`The ${what} was removed; undo brings it back.`)
}

/** Writes down the size that a person gave it at its corner. */
function keepSize(id: string, { width, height }: Sticky, element: HTMLElement): void {
  const size = { width: element.offsetWidth, height: element.offsetHeight }
  if (size.width !== width || size.height !== height) commit(changeSticky(id, size))
}

function Card({ id, sticky }: { readonly id: string; readonly sticky: Sticky }) {
  const { kind, text, width, height } = sticky
  const { at, handlers } = useDrag(id, sticky)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (isFresh(id)) field.current?.focus()
  }, [id])
  const onKeyDown = (event: KeyboardEvent) => {
    const [x, y] = steps[event.key] ?? []
    if (event.key === 'Delete' || event.key === 'Backspace') remove(id, kind)
    else if (x !== undefined && y !== undefined)
      commit(changeSticky(id, { x: sticky.x + x, y: sticky.y + y }))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <article
      className={`${styles['sticky']} nodrag nopan nowheel`}
      data-kind={kind}
      aria-label={text === '' ? `An empty ${kind}` : `${kind}: ${text}`}
      style={{ transform: `translate(${at.x}px, ${at.y}px)`, width, height }}
      onPointerUp={(event) => keepSize(id, sticky, event.currentTarget)}
    >
      <div className={styles['head']}>
        <button
          type="button"
          className={styles['grip']}
          aria-label={`Move the ${kind}: drag it, or use the arrows; Delete removes it`}
          title="Drag it, or use the arrows; Delete removes it"
          onKeyDown={onKeyDown}
          {...handlers}
        >
          <GripHorizontal size={14} aria-hidden />
        </button>
        <button
          type="button"
          className={styles['close']}
          aria-label={`Remove the ${kind}`}
          title={`Remove the ${kind}`}
          onClick={() => remove(id, kind)}
        >
          <X size={12} aria-hidden />
        </button>
      </div>
      <textarea
        ref={field}
        aria-label={`Words of the ${kind}`}
        placeholder={kind === 'note' ? 'Write a note…' : 'What stands in here…'}
        spellCheck={false}
        value={text}
        onChange={(event) => commit(changeSticky(id, { text: event.target.value }))}
      />
    </article>
  )
}

/** What people put on the drawing beside its things: notes over it, frames behind it. */
export function Stickies() {
  const document = useDocument()
  const all = stickiesOf(document)
  if (all.length === 0) return null
  return (
    <ViewportPortal>
      {all.map(([id, sticky]) => (
        <Card key={id} id={id} sticky={sticky} />
      ))}
    </ViewportPortal>
  )
}
