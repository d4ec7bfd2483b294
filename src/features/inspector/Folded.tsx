import { ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import styles from './inspector.module.css'

interface FoldedProps {
  readonly title: string
  /** What of it is set, in few words; shown while it is folded. */
  readonly summary: string
  /** Something led into it, or something is wrong in it: it is open whatever was chosen. */
  readonly isNeeded: boolean
  readonly children: () => ReactNode
}

/** A topic of a form that is folded until it is asked for; its fields are drawn only then. */
export function Folded({ title, summary, isNeeded, children }: FoldedProps) {
  const [chosen, setChosen] = useState<boolean | undefined>(undefined)
  const isOpen = chosen ?? isNeeded
  return (
    <div className={styles['folded']}>
      <h3>
        <button
          type="button"
          className={styles['fold']}
          aria-expanded={isOpen}
          onClick={() => setChosen(!isOpen)}
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
