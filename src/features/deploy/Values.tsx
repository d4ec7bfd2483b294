import { diffLines } from 'diff'
import { managedName } from '#core/model/managed-policies.ts'
import type { Change } from '#core/plan/diff.ts'
import styles from './deploy.module.css'

/** Longer than this a value stands on lines of its own, compared line by line. */
const short = 80

const asText = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 2)
const inLine = (value: unknown): string =>
  value === undefined ? 'nothing' : (managedName(value) ?? JSON.stringify(value))

function Lines({ before, after }: { readonly before: unknown; readonly after: unknown }) {
  const parts = diffLines(asText(before), asText(after))
  return (
    <pre className={styles['lines']}>
      {parts.map(({ value, added, removed }, index) => {
        const Part = added ? 'ins' : removed ? 'del' : 'span'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one comparison are told apart by their order alone
          <Part key={index}>{value}</Part>
        )
      })}
    </pre>
  )
}

/** A field as it is and as it will be, in full. */
export function ChangedValue({ change: { path, before, after } }: { readonly change: Change }) {
  const isShort = inLine(before).length <= short && inLine(after).length <= short
  return (
    <div>
      <code>{path.join('.')}</code>
      {isShort ? (
        <>
          : <del>{inLine(before)}</del> → <ins>{inLine(after)}</ins>
        </>
      ) : (
        <Lines before={before} after={after} />
      )}
    </div>
  )
}
