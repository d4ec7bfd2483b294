import { Undo2 } from 'lucide-react'
import { runsOf } from '#core/plan/journal.ts'
import { makeUndoPlan, useDeployment } from '#state/deployment.ts'
import { Button } from '#ui/Button.tsx'
import styles from './deploy.module.css'
import { stepsInWords } from './steps-in-words.ts'

const shownRuns = 10

/** What was done to the account from here, and the way back. */
export function JournalList() {
  const { journal, busy, ended } = useDeployment()
  const runs = runsOf(journal).toReversed().slice(0, shownRuns)
  if (runs.length === 0) return null
  const count = runsOf(journal).length
  return (
    <details className={styles['card']} open={ended === 'cut' ? true : undefined}>
      <summary>
        Journal: {count} {count === 1 ? 'apply' : 'applies'}
      </summary>
      <ol className={styles['runs']} aria-label="Journal">
        {runs.map((run) => {
          const entries = journal.filter((entry) => entry.run === run)
          return (
            <li key={run}>
              <span>
                {new Date(entries[0]?.at ?? '').toLocaleString()}: {stepsInWords(entries)}
              </span>
              <Button
                icon={<Undo2 size={14} aria-hidden />}
                isDisabled={busy !== undefined}
                onPress={() => void makeUndoPlan(run)}
              >
                Plan how to undo it
              </Button>
            </li>
          )
        })}
      </ol>
    </details>
  )
}
