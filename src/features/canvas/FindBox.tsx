import { X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useDocument } from '#state/design.ts'
import { searchFor, select, useSession } from '#state/session.ts'
import type { Projection } from '#things/project.ts'
import { Button } from '#ui/Button.tsx'
import { TextInput } from '#ui/fields.tsx'
import { foundIn } from './emphasis.ts'
import styles from './find.module.css'
import { focusNode } from './keyboard.ts'
import { showNode } from './view.ts'

/** Finds things of the canvas; the others become dim, Enter goes from one to the next. */
export function FindBox({ projection }: { readonly projection: Projection }) {
  const search = useSession((session) => session.search)
  const document = useDocument()
  const [current, setCurrent] = useState(-1)
  const box = useRef<HTMLElement>(null)
  const isOpen = search !== undefined
  const before = useRef<Element | null>(null)
  useEffect(() => {
    if (!isOpen) return
    before.current = globalThis.document.activeElement
    box.current?.querySelector('input')?.focus()
  }, [isOpen])
  const found = useMemo(
    () => (search === undefined || search.trim() === '' ? [] : foundIn(document, projection, search)),
    [projection, document, search],
  )
  if (search === undefined) return null
  const go = (by: number) => {
    if (found.length === 0) return
    const next = (Math.max(current, by < 0 ? 0 : -1) + by + found.length) % found.length
    setCurrent(next)
    const node = found[next]
    if (!node) return
    select(node.path)
    showNode(node.id)
  }
  /** The keys go on where the search has led to, else where it was begun. */
  const close = () => {
    const at = found[current]
    if (at) focusNode(at.id)
    else if (before.current instanceof HTMLElement) before.current.focus()
    searchFor(undefined)
  }
  const count = found.length === 0 ? 'No match' : `${Math.max(current + 1, 0)} of ${found.length}`
  return (
    <search
      ref={box}
      className={styles['find']}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
        else if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <TextInput
        label="Find in the design"
        value={search}
        placeholder="Path or URL, origin, policy…"
        onChange={(text) => {
          setCurrent(-1)
          searchFor(text)
        }}
      />
      <output className={styles['found']}>{search.trim() === '' ? '' : count}</output>
      <Button kind="quiet" label="Close the search" icon={<X size={14} aria-hidden />} onPress={close} />
    </search>
  )
}
