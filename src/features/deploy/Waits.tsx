import { type Wait, waitInWords } from '#core/plan/waits.ts'
import { useDocument } from '#state/design.ts'
import { select, showPanel } from '#state/session.ts'
import { thingAt } from '#things/thing.ts'
import { Button } from '#ui/Button.tsx'
import styles from './deploy.module.css'

/** What the plan waits for, each with its button here or below it. */
export function Waits({ waits }: { readonly waits: readonly Wait[] }) {
  const document = useDocument()
  return (
    <ul className={styles['waits']} aria-label="What the plan waits for" role="alert">
      {waits.map((wait) => (
        <li key={wait.path.join('/')}>
          {waitInWords(document, wait)}{' '}
          {wait.parameter !== undefined && (
            <Button onPress={() => showPanel('values')}>{`Give “${wait.parameter}” a value`}</Button>
          )}{' '}
          {wait.by === 'choice' && (
            <Button onPress={() => select(thingAt(document, wait.path)?.path, wait.path)}>
              {`Choose it for ${wait.resource}`}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
