import { X } from 'lucide-react'
import { duplicateSelected, removeSelected } from '#commands/actions.ts'
import { inSentence } from '#core/ground/in-sentence.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { combine, setAt } from '#core/model/edit.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import type { FormField } from '#core/resources/kind/form-field.ts'
import { commit } from '#state/design.ts'
import { select } from '#state/session.ts'
import { type Thing, thingAt } from '#things/thing.ts'
import { Button } from '#ui/Button.tsx'
import { Field, SwitchInput } from '#ui/fields.tsx'
import { Control } from './controls.tsx'
import styles from './inspector.module.css'

/** Controls that show one of several values as such. */
const picked = new Set(['choice', 'policy', 'resource', 'target', 'methods'])

/** Names must differ, so they are not set for several things at once. */
const ownOnly = new Set(['Id', 'PathPattern', 'Name', 'DomainName'])

function SharedField({
  document,
  things,
  field,
}: {
  readonly document: DesignDocument
  readonly things: readonly Thing[]
  readonly field: FormField
}) {
  const values = things.map(({ path }) => valueAt(document, [...path, ...field.path]))
  const [first] = values
  const isSame = values.every((value) => JSON.stringify(value) === JSON.stringify(first))
  const change = (next: unknown) => {
    const label = `Change ${inSentence(field.label)} of ${things.length} things`
    const edits = things.map(({ path }) => setAt([...path, ...field.path], next))
    commit({ ...combine(label, edits), mergeKey: label })
  }
  const owner = things[0]?.owner ?? ''
  if (field.kind.is === 'switch')
    return (
      <SwitchInput
        label={isSame ? field.label : `${field.label} (differs)`}
        value={isSame && first === true}
        onChange={change}
      />
    )
  const { kind } = field
  return (
    <Field
      label={field.label}
      help={isSame ? field.help : 'The values differ; what you set here applies to all of them.'}
    >
      {(id, describedBy) => (
        <Control
          id={id}
          describedBy={describedBy}
          document={document}
          owner={owner}
          kind={kind}
          value={isSame ? first : picked.has(kind.is) ? 'Mixed' : undefined}
          placeholder={isSame ? undefined : 'Mixed'}
          onChange={change}
        />
      )}
    </Field>
  )
}

/** The form of several things: what all of them have is set for all of them. */
export function Bulk({
  document,
  paths,
}: {
  readonly document: DesignDocument
  readonly paths: readonly Path[]
}) {
  const things = paths.flatMap((path) => thingAt(document, path) ?? [])
  const [first, ...others] = things
  const sections = (first?.sections ?? [])
    .map(({ title, fields }) => ({
      title,
      fields: fields.filter(
        (field) =>
          !ownOnly.has(field.path.join('.')) &&
          others.every(({ sections: theirs }) =>
            theirs.some((section) => section.fields.some(({ path }) => path.join() === field.path.join())),
          ),
      ),
    }))
    .filter(({ fields }) => fields.length > 0)
  return (
    <section className={styles['panel']} aria-label="Inspector">
      <div className={styles['head']}>
        <div>
          <div className={styles['kind']}>Selection</div>
          <h2 className={styles['title']} tabIndex={-1}>
            {things.length} things
          </h2>
        </div>
        <Button
          kind="quiet"
          label="Clear the selection"
          icon={<X size={15} aria-hidden />}
          onPress={() => select(undefined)}
        />
      </div>
      <p className={styles['muted']}>{things.map(({ title }) => title).join(', ')}</p>
      <div className={styles['actions']}>
        <Button onPress={duplicateSelected}>Duplicate</Button>
        <Button onPress={removeSelected}>Remove</Button>
      </div>
      {sections.length === 0 && <p className={styles['muted']}>They have no setting in common.</p>}
      {sections.map(({ title, fields }) => (
        <div className={styles['section']} key={title}>
          <h3 className={styles['sectionTitle']}>{title}</h3>
          {fields.map((field) => (
            <SharedField key={field.path.join('.')} document={document} things={things} field={field} />
          ))}
        </div>
      ))}
    </section>
  )
}
