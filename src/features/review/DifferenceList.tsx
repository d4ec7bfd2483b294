import { Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { type Taken, takeBackNow } from '#commands/take-back.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { select } from '#state/session.ts'
import { counted } from '#things/counted.ts'
import { type Difference, type DifferentField, differencesBetween } from '#things/differences.ts'
import { Button } from '#ui/Button.tsx'
import styles from './review.module.css'

const kinds = { added: 'New', changed: 'Changed', moved: 'Moved' } as const

/** Takes back one difference; icons stand at the end of what they take back. */
function TakeBack({
  earlier,
  taken,
  what,
}: {
  readonly earlier: DesignDocument
  readonly taken: Taken
  readonly what: string
}) {
  return (
    <Button
      kind="quiet"
      icon={<Undo2 size={14} aria-hidden />}
      label={`Take back: ${what}`}
      onPress={() => takeBackNow(earlier, taken)}
    />
  )
}

function Field({
  earlier,
  difference,
  field,
}: {
  readonly earlier: DesignDocument
  readonly difference: Difference
  readonly field: DifferentField
}) {
  const { label, before, after } = field
  return (
    <div className={styles['field']}>
      <span className={styles['values']}>
        {label}: <del>{before ?? 'not set'}</del> → <ins>{after ?? 'not set'}</ins>
      </span>
      {difference.fields.length > 1 && (
        <TakeBack earlier={earlier} taken={{ difference, field }} what={`${label} of ${difference.name}`} />
      )}
    </div>
  )
}

function Entry({
  earlier,
  difference,
}: {
  readonly earlier: DesignDocument
  readonly difference: Difference
}) {
  const { kind, name, path, fields } = difference
  return (
    <li data-difference={kind}>
      <b>{kinds[kind]}</b>
      <div>
        <button type="button" className={styles['thing']} onClick={() => select(path)}>
          {name}
        </button>
        {fields.map((field) => (
          <Field key={field.path.join('/')} earlier={earlier} difference={difference} field={field} />
        ))}
      </div>
      <TakeBack earlier={earlier} taken={{ difference }} what={name} />
    </li>
  )
}

/** The focus stays in the list when what it was on has gone: on what stands there then, or on the heading. */
function useFocusInList(count: number) {
  const section = useRef<HTMLElement>(null)
  const place = useRef(-1)
  const buttons = () => [...(section.current?.querySelectorAll('button') ?? [])]
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked whenever the list has become another
  useEffect(() => {
    if (place.current < 0 || document.activeElement !== document.body) return
    const next = buttons()[Math.min(place.current, buttons().length - 1)]
    ;(next ?? section.current?.querySelector('h3'))?.focus()
  }, [count])
  const remember = () => {
    place.current = buttons().findIndex((button) => button.matches(':focus'))
  }
  return { section, remember }
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
  const { section, remember } = useFocusInList(things.reduce((sum, { fields }) => sum + fields.length, count))
  return (
    <section ref={section} aria-label="What was changed" className={styles['all']} onClickCapture={remember}>
      <h3 tabIndex={-1}>
        {count === 0 ? 'The design is the same' : `${counted(count, 'thing was', 'things were')} changed`}
      </h3>
      <ul className={styles['differences']}>
        {things.map((difference) => (
          <Entry key={difference.path.join('/')} earlier={before} difference={difference} />
        ))}
        {gone.map((one) => (
          <li key={one.earlier.join('/')} data-difference="gone">
            <b>Gone</b>
            <div>{one.name}</div>
            <TakeBack earlier={before} taken={{ gone: one }} what={one.name} />
          </li>
        ))}
      </ul>
    </section>
  )
}
