import { noteAt, writeNote } from '#core/edits/notes.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import { commit, currentDocument } from '#state/design.ts'
import { Field, TextArea } from '#ui/fields.tsx'
import styles from './inspector.module.css'

/** What people have to say of a thing, for each other. */
export function Note({ document, path }: { readonly document: DesignDocument; readonly path: Path }) {
  return (
    <div className={styles['section']}>
      <Field
        label="Note"
        help="For whoever reads the design: on the canvas, in print and in Frontage’s own file; never sent to AWS."
      >
        {(id, describedBy) => (
          <TextArea
            id={id}
            describedBy={describedBy}
            value={noteAt(document, path)}
            onChange={(text) => {
              const edit = writeNote(currentDocument(), path, text)
              if (edit) commit(edit)
            }}
          />
        )}
      </Field>
    </div>
  )
}
