import { useEffect, useState } from 'react'
import type { DesignDocument } from '#core/model/document.ts'
import type { FindingsChange } from '#core/review/findings.ts'
import type { ToldFinding } from '#core/review/report.ts'
import { findingsBetween } from '#state/site-review.ts'
import styles from './review.module.css'

const words = { error: 'Error', warning: 'Warning', info: 'Note' } as const

function List({ title, found }: { readonly title: string; readonly found: readonly ToldFinding[] }) {
  if (found.length === 0) return null
  return (
    <section aria-label={title} className={styles['all']}>
      <h3>{title}</h3>
      <ul className={styles['findings']}>
        {found.map(({ rule, path, message, severity }) => (
          <li key={`${rule} ${path} ${message}`} data-severity={severity}>
            <b>{words[severity]}</b> <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The problems that come with the change, and those that go with it. */
export function Findings({
  before,
  document,
}: {
  readonly before: DesignDocument
  readonly document: DesignDocument
}) {
  const [found, setFound] = useState<FindingsChange<ToldFinding>>()
  useEffect(() => {
    let isOver = false
    void findingsBetween(before, document).then((result) => {
      if (!isOver) setFound(result)
    })
    return () => {
      isOver = true
    }
  }, [before, document])
  if (!found) return null
  return (
    <>
      <List title="Problems that are new" found={found.new} />
      <List title="Problems that are gone" found={found.gone} />
    </>
  )
}
