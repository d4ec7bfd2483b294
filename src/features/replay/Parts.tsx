import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { tableOf } from '#core/ground/names.ts'
import styles from './replay.module.css'

export interface Part {
  readonly id: string
  readonly label: string
  readonly show: () => ReactNode
}

/** Tabs of which only the chosen one is drawn; arrow keys, Home and End go from one to the other. */
export function Parts({
  label,
  parts,
  first,
}: {
  readonly label: string
  readonly parts: readonly Part[]
  readonly first: string
}) {
  const [chosen, setChosen] = useState(first)
  const list = useRef<HTMLDivElement>(null)
  const prefix = useId()
  const at = Math.max(
    0,
    parts.findIndex(({ id }) => id === chosen),
  )
  const part = parts[at]
  const go = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = tableOf({
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: parts.length - 1,
    })
    const to = moves[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = (to + parts.length) % parts.length
    setChosen(parts[next]?.id ?? chosen)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
  }
  return (
    <>
      <div className={styles['parts']} role="tablist" aria-label={label} ref={list}>
        {parts.map(({ id, label: name }) => (
          <button
            type="button"
            role="tab"
            key={id}
            id={`${prefix}-${id}`}
            aria-selected={id === part?.id}
            tabIndex={id === part?.id ? 0 : -1}
            className={styles['part']}
            data-label={name}
            onClick={() => setChosen(id)}
            onKeyDown={go}
          >
            {name}
          </button>
        ))}
      </div>
      <div role="tabpanel" aria-labelledby={`${prefix}-${part?.id}`} className={styles['body']}>
        {part?.show()}
      </div>
    </>
  )
}
