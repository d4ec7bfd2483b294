import { ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import styles from './inspector.module.css'

interface FoldedProps {
  readonly title: string
  /** What of it is set, in few words; shown while it is folded. */
  readonly summary: string
  /** Something is wrong in it: it is open until somebody folds it. */
  readonly isNeeded: boolean
  /** What led into it, another object each time: it is open whatever was chosen before. */
  readonly ledTo: object | undefined
  readonly children: () => ReactNode
}

/** A topic of a form that is folded until it is asked for; its fields are drawn only then. */
export function Folded({ title, summary, isNeeded, ledTo, children }: FoldedProps) {
  const [chosen, setChosen] = useState<{ readonly isOpen: boolean; readonly since: object | undefined }>()
  const isOpen = chosen && chosen.since === ledTo ? chosen.isOpen : isNeeded || ledTo !== undefined
  return (
    <div className={styles['folded']}>
      <h3>
        <button
          type="button"
          className={styles['fold']}
          aria-expanded={isOpen}
          onClick={() => setChosen({ isOpen: !isOpen, since: ledTo })}
        >
          <ChevronRight size={14} aria-hidden />
          {title}
          {!isOpen && summary !== '' && <span className={styles['foldSummary']}>{summary}</span>}
        </button>
      </h3>
      {isOpen && <div className={styles['topic']}>{children()}</div>}
    </div>
  )
}
