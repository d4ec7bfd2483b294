import { unsuppress } from '#core/edits/suppressions.ts'
import { fromPointer } from '#core/model/path.ts'
import { commit, useDocument } from '#state/design.ts'
import { announce, select } from '#state/session.ts'
import { thingAt, thingInWords } from '#things/thing.ts'
import { Button } from '#ui/Button.tsx'
import styles from './problems.module.css'

/** What was accepted, with the reasons; each can be shown again. */
export function Accepted() {
  const document = useDocument()
  const accepted = document.suppressions ?? []
  if (accepted.length === 0) return null
  return (
    <details className={styles['accepted']}>
      <summary>
        {accepted.length} accepted {accepted.length === 1 ? 'problem' : 'problems'}
      </summary>
      <ul className={styles['list']} aria-label="Accepted problems">
        {accepted.map((suppression) => {
          const thing =
            suppression.path === undefined ? undefined : thingAt(document, fromPointer(suppression.path))
          return (
            <li className={styles['row']} key={`${suppression.rule} ${suppression.path}`}>
              <button
                type="button"
                className={styles['text']}
                disabled={!thing}
                onClick={() => thing && select(thing.path)}
              >
                <span>{suppression.reason}</span>
                <span className={styles['where']}>
                  {suppression.rule} · {thing ? thingInWords(thing) : 'the whole design'}
                </span>
              </button>
              <Button
                onPress={() => {
                  commit(unsuppress(suppression))
                  announce('It is shown again.')
                }}
              >
                Show again
              </Button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
