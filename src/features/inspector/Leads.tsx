import { distributionsIn, originGroupsOf, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import type { FormField } from '#core/resources/kind/form-field.ts'
import { select } from '#state/session.ts'
import { refsIn } from '#things/users.ts'
import styles from './inspector.module.css'

interface Lead {
  readonly name: string
  readonly path: Path
}

/** The origin or group of a distribution that has an Id. */
function targetOf(document: DesignDocument, owner: LogicalId, id: string): readonly Lead[] {
  const site = distributionsIn(document).find((one) => one.id === owner)
  if (!site) return []
  return [...originsOf(site), ...originGroupsOf(site)]
    .filter(({ value }) => nameOf(value.Id) === id)
    .map(({ path }) => ({ name: id, path }))
}

function leadsOf(document: DesignDocument, owner: LogicalId, field: FormField, value: unknown) {
  if (field.kind.is === 'target' && typeof value === 'string') return targetOf(document, owner, value)
  return [...new Set(refsIn(value))]
    .filter((id) => document.resources[id] !== undefined)
    .map((id): Lead => ({ name: id, path: ['resources', id, 'config'] }))
}

/** The ways from a field to the things of the design that it chooses, whose own settings are elsewhere. */
export function Leads({
  document,
  owner,
  field,
  value,
}: {
  readonly document: DesignDocument
  readonly owner: LogicalId
  readonly field: FormField
  readonly value: unknown
}) {
  const leads = leadsOf(document, owner, field, value)
  if (leads.length === 0) return null
  return (
    <div className={styles['leads']}>
      {leads.map(({ name, path }) => (
        <button key={name} type="button" className={styles['link']} onClick={() => select(path)}>
          Open “{name}”
        </button>
      ))}
    </div>
  )
}
