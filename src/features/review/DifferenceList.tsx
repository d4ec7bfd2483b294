import type { DesignDocument } from '#core/model/document.ts'
import { select } from '#state/session.ts'
import { counted } from '#things/counted.ts'
import { type Difference, differencesBetween } from '#things/differences.ts'
import styles from './review.module.css'

const kinds = { added: 'New', changed: 'Changed', moved: 'Moved' } as const

function Entry({ difference: { kind, name, path, fields } }: { readonly difference: Difference }) {
  return (
    <li data-difference={kind}>
      <b>{kinds[kind]}</b>
      <div>
        <button type="button" className={styles['thing']} onClick={() => select(path)}>
          {name}
        </button>
        {fields.map(({ label, before, after }) => (
          <div key={label} className={styles['values']}>
            {label}: <del>{before ?? 'not set'}</del> → <ins>{after ?? 'not set'}</ins>
          </div>
        ))}
      </div>
    </li>
  )
}

/** What is other in the design itself, thing by thing, as the drawing marks it. */
export function DifferenceList({
  before,
  document,
}: {
  readonly before: DesignDocument
  readonly document: DesignDocument
}) {
  const { things, gone } = differencesBetween(before, document)
  const count = things.length + gone.length
  return (
    <section aria-label="What was changed" className={styles['all']}>
      <h3>
        {count === 0 ? 'The design is the same' : `${counted(count, 'thing was', 'things were')} changed`}
      </h3>
      <ul className={styles['differences']}>
        {things.map((difference) => (
          <Entry key={difference.path.join('/')} difference={difference} />
        ))}
        {gone.map(({ owner, name }) => (
          <li key={`${owner} ${name}`} data-difference="gone">
            <b>Gone</b>
            <div>{name}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}
