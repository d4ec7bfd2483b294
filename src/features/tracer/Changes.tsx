import type { MessageChange } from '#core/model/scenario.ts'
import story from './story.module.css'
import styles from './tracer.module.css'

const words = (value: string) => (value === '' ? '(empty)' : value)

/** What a step changed of one message, as a diff: removed values struck through. */
function Message({
  message,
  changes,
}: {
  readonly message: string
  readonly changes: readonly MessageChange[]
}) {
  return (
    <>
      <div className={story['changedMessage']}>{message}</div>
      <ul className={story['changes']}>
        {changes.map(({ field, before, after }) => (
          <li key={field}>
            <span className={story['field']}>{field.replace(/^header /, '')}</span>{' '}
            {before !== null && <del>{words(before)}</del>}
            {before !== null && after !== null && ' → '}
            {after !== null && <ins>{words(after)}</ins>}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What a step changed of the messages; closed at first, since most readers want the reason only. */
export function Changes({ changes }: { readonly changes: readonly MessageChange[] }) {
  const messages = [...new Set(changes.map(({ message }) => message))]
  return (
    <details className={styles['details']}>
      <summary>
        Changes {changes.length} {changes.length === 1 ? 'field' : 'fields'} of the{' '}
        {messages.join(' and the ')}
      </summary>
      {messages.map((message) => (
        <Message
          key={message}
          message={message}
          changes={changes.filter((change) => change.message === message)}
        />
      ))}
    </details>
  )
}
