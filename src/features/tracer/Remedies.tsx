import { useEffect, useState } from 'react'
import type { Remedies as Found } from '#core/remedies/prove.ts'
import { commit, useDocument } from '#state/design.ts'
import { announceEdit } from '#state/done.ts'
import { remediesOf, type Traced } from '#state/trace.ts'
import { Button } from '#ui/Button.tsx'
import tables from './tables.module.css'
import styles from './tracer.module.css'

/** Of which requests, and of which state of the design, it was found. */
interface Answer {
  readonly of: readonly unknown[]
  readonly found: Found | undefined
}

/** What makes the second request a hit, once it is found out; nothing before. */
function useRemedies(first: Traced, second: Traced): Answer | undefined {
  const document = useDocument()
  const [answer, setAnswer] = useState<Answer>()
  useEffect(() => {
    let isStale = false
    void remediesOf(first, second).then((found) => {
      if (!isStale) setAnswer({ of: [document, first, second], found })
    })
    return () => {
      isStale = true
    }
  }, [document, first, second])
  const isOfNow = [document, first, second].every((one, index) => answer?.of[index] === one)
  return isOfNow ? answer : undefined
}

/** What to change for a hit: each change was traced with the same two requests, and nothing else is told. */
export function Remedies({ first, second }: { readonly first: Traced; readonly second: Traced }) {
  const answer = useRemedies(first, second)
  if (!answer) return <p className={styles['muted']}>Trying changes…</p>
  const { proved, unknown } = answer.found ?? {
    proved: [],
    unknown:
      'What would make it a hit is found by tracing: send both requests through the design as it is now, in the simulation.',
  }
  return (
    <section aria-label="What makes it a hit" data-testid="remedies" className={tables['remedies']}>
      <h4>What makes it a hit</h4>
      {unknown !== null && <p className={styles['muted']}>{unknown}</p>}
      {proved.length > 0 && (
        <ul>
          {proved.map(({ text, mind, edit }) => (
            <li key={text}>
              <p>
                {text} <span className={styles['muted']}>{mind}</span>
              </p>
              {edit && (
                <Button
                  label={`Apply: ${edit.label}`}
                  onPress={() => {
                    commit(edit)
                    announceEdit(edit)
                  }}
                >
                  Apply
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {proved.length > 0 && (
        <p className={styles['muted']}>
          Traced: with {proved.length === 1 ? 'this change' : 'any one of these changes'}, the same two
          requests give a hit.
        </p>
      )}
    </section>
  )
}
