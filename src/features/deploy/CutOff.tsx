import { useEffect, useState } from 'react'
import type { Journal } from '#core/plan/journal.ts'
import { readCutOff, useDeployment } from '#state/deployment.ts'
import { useDesign } from '#state/design.ts'
import styles from './deploy.module.css'
import { stepsInWords } from './steps-in-words.ts'

/** An apply that was cut off before this page was opened: it is told before anybody plans. */
export function CutOff() {
  const id = useDesign((state) => state.id)
  const isUnread = useDeployment(({ plan, busy }) => !plan && !busy)
  const [found, setFound] = useState<{ readonly of: string; readonly entries: Journal }>()
  useEffect(() => {
    let isOver = false
    void readCutOff().then((entries) => {
      if (!isOver) setFound({ of: id, entries })
    })
    return () => {
      isOver = true
    }
  }, [id])
  const [first] = found?.of === id ? found.entries : []
  if (!first || !isUnread) return null
  return (
    <p className={styles['note']} role="note">
      The last apply{first.in?.account ? ` in account ${first.in.account}` : ''}, of{' '}
      {new Date(first.at).toLocaleString()}, did not come to its end: {stepsInWords(found?.entries ?? [])}.
      What was done of it stays in the account; plan to go on from there.
    </p>
  )
}
