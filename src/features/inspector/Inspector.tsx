import { Trash2, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { renameTarget } from '#core/edits/origins.ts'
import { removeResource } from '#core/edits/resources.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { removeAt, setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { isWithin, type Path, valueAt } from '#core/model/path.ts'
import type { Problem } from '#core/rules/run.ts'
import type { FormField } from '#nodes/forms.ts'
import { type Thing, thingAt } from '#nodes/thing.ts'
import { commit, useDocument } from '#state/design.ts'
import { useProblems } from '#state/problems.ts'
import { announce, select, useSession } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import { Field, SwitchInput } from '#ui/fields.tsx'
import { Control } from './controls.tsx'
import styles from './inspector.module.css'
import { OtherFields } from './OtherFields.tsx'

/** Problems of one field with the ways to mend them. */
function FieldProblems({ problems }: { readonly problems: readonly Problem[] }) {
  return problems.map((problem) => (
    <div
      key={`${problem.rule.id} ${problem.message}`}
      className={`${styles['problem']} ${styles[problem.severity]}`}
    >
      {problem.message}
      <div className={styles['actions']}>
        {[problem.fix, ...(problem.suggestions ?? [])].map(
          (edit) =>
            edit && (
              <Button
                key={edit.label}
                onPress={() => {
                  commit(edit)
                  announce(`${edit.label}: done`)
                }}
              >
                {edit.label}
              </Button>
            ),
        )}
      </div>
    </div>
  ))
}

interface RowProps {
  readonly document: DesignDocument
  readonly thing: Thing
  readonly field: FormField
  readonly problems: readonly Problem[]
}

function FieldRow({ document, thing, field, problems }: RowProps) {
  const path: Path = [...thing.path, ...field.path]
  const value = valueAt(document, path)
  const own = problems.filter((problem) => isWithin(problem.path, path))
  const change = (next: unknown) => {
    const isRename =
      field.path.length === 1 &&
      field.path[0] === 'Id' &&
      typeof value === 'string' &&
      typeof next === 'string'
    commit(
      isRename
        ? renameTarget(document, thing.owner, thing.path, value, next)
        : setAt(path, next, `Change ${field.label.toLowerCase()}`),
    )
  }
  if (field.kind.is === 'switch')
    return (
      <div data-field={field.path[0]}>
        <SwitchInput label={field.label} value={known(value) === true} onChange={change} />
        <FieldProblems problems={own} />
      </div>
    )
  return (
    <div data-field={field.path[0]}>
      <Field label={field.label} help={field.help}>
        {(id, describedBy) => (
          <Control
            key={path.join('/')}
            id={id}
            describedBy={describedBy}
            document={document}
            owner={thing.owner}
            kind={field.kind}
            value={value}
            placeholder={field.placeholder}
            onChange={change}
          />
        )}
      </Field>
      <FieldProblems problems={own} />
    </div>
  )
}

/** The form of what is selected; without a selection, how to begin. */
export function Inspector() {
  const document = useDocument()
  const selection = useSession((session) => session.selection)
  const focusedField = useSession((session) => session.focusedField)
  const problems = useProblems((state) => state.problems)
  const panel = useRef<HTMLElement>(null)
  const thing = thingAt(document, selection)

  useEffect(() => {
    if (focusedField === undefined) return
    const row = panel.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(focusedField)}"]`)
    row?.scrollIntoView({ block: 'center' })
    row?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [focusedField])

  if (!thing)
    return (
      <section className={styles['panel']} aria-label="Inspector">
        <p className={styles['muted']}>
          Select a node, a problem or an entry of the outline to see its settings.
        </p>
      </section>
    )
  const shown = thing.sections.flatMap(({ fields }) => fields.map(({ path }) => [...thing.path, ...path]))
  const own = problems.filter(
    ({ path }) => isWithin(path, thing.path) && thingAt(document, path)?.title === thing.title,
  )
  const loose = own.filter(({ path }) => !shown.some((field) => isWithin(path, field)))
  const remove = () => {
    const isResource = thing.path.length === 3
    commit(isResource ? removeResource(thing.owner) : removeAt(thing.path, `Remove “${thing.title}”`))
    select(undefined)
    announce(`“${thing.title}” was removed; undo brings it back.`)
  }
  return (
    <section className={styles['panel']} aria-label="Inspector" ref={panel}>
      <div className={styles['head']}>
        <div>
          <div className={styles['kind']}>{thing.kindLabel}</div>
          <h2 className={styles['title']}>{thing.title}</h2>
        </div>
        <div className={styles['actions']}>
          {thing.isRemovable && (
            <Button kind="quiet" label="Remove" icon={<Trash2 size={15} aria-hidden />} onPress={remove} />
          )}
          <Button
            kind="quiet"
            label="Close the inspector"
            icon={<X size={15} aria-hidden />}
            onPress={() => select(undefined)}
          />
        </div>
      </div>
      <FieldProblems problems={loose} />
      {thing.sections.map(({ title, fields }) => (
        <div className={styles['section']} key={title}>
          <h3 className={styles['sectionTitle']}>{title}</h3>
          {fields.map((field) => (
            <FieldRow
              key={`${thing.path.join('/')} ${field.path.join('.')}`}
              document={document}
              thing={thing}
              field={field}
              problems={own}
            />
          ))}
        </div>
      ))}
      <OtherFields document={document} thing={thing} />
    </section>
  )
}
