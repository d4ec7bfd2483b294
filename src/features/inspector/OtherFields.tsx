import type { DesignDocument } from '#core/model/document.ts'
import { setAt } from '#core/model/edit.ts'
import { toPointer, valueAt } from '#core/model/path.ts'
import { commit } from '#state/design.ts'
import { moreFields } from '#things/more-fields.ts'
import type { Thing } from '#things/thing.ts'
import { Field } from '#ui/fields.tsx'
import { Control } from './controls.tsx'
import styles from './inspector.module.css'

/** These have nodes of their own. */
const elsewhere = new Set(['key', 'Origins', 'OriginGroups', 'CacheBehaviors', 'DefaultCacheBehavior'])

/** What CloudFront is not known to have: nothing of a design is out of sight. */
export function OtherFields({
  document,
  thing,
}: {
  readonly document: DesignDocument
  readonly thing: Thing
}) {
  const value = valueAt(document, thing.path)
  if (typeof value !== 'object' || value === null) return null
  const fields = [...thing.sections, ...moreFields(thing)].flatMap((section) => section.fields)
  const shown = new Set(fields.map(({ path }) => path[0]))
  const others = Object.keys(value).filter((name) => !shown.has(name) && !elsewhere.has(name))
  if (others.length === 0) return null
  return (
    <div className={styles['section']}>
      <h3 className={styles['sectionTitle']}>Other fields</h3>
      {others.map((name) => (
        <div key={name} data-path={toPointer([...thing.path, name])}>
          <Field label={name}>
            {(id, describedBy) => (
              <Control
                id={id}
                describedBy={describedBy}
                document={document}
                owner={thing.owner}
                kind={{ is: 'json' }}
                value={valueAt(document, [...thing.path, name])}
                onChange={(next) => commit(setAt([...thing.path, name], next))}
              />
            )}
          </Field>
        </div>
      ))}
    </div>
  )
}
