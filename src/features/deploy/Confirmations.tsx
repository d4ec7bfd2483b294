import { useState } from 'react'
import { gravity } from '#core/plan/gravity.ts'
import { allowGrave, confirmDeletion, useDeployment } from '#state/deployment.ts'
import { Field, TextInput } from '#ui/fields.tsx'
import styles from './deploy.module.css'

interface ConfirmationProps {
  readonly resource: string
  readonly label: string
  readonly isGiven: boolean
  readonly given: string
  readonly missing: string
  readonly onType: (typed: string) => void
}

/** Something that is done only where the name of what it touches is typed. */
function Confirmation({ resource, label, isGiven, given, missing, onType }: ConfirmationProps) {
  const [typed, setTyped] = useState('')
  return (
    <Field label={label} help={isGiven ? given : missing}>
      {(id, describedBy) => (
        <TextInput
          id={id}
          describedBy={describedBy}
          placeholder={resource}
          value={typed}
          onChange={(value) => {
            setTyped(value)
            onType(value)
          }}
        />
      )}
    </Field>
  )
}

/** What one click is too little for: deletions, outages, names that stop answering, access that opens. */
export function Confirmations() {
  const plan = useDeployment((state) => state.plan)
  const confirmed = useDeployment((state) => state.confirmed)
  const allowed = useDeployment((state) => state.allowed)
  const { deletions, grave } = gravity(plan)
  if (deletions.length + grave.length === 0) return null
  return (
    <section className={styles['confirmations']} aria-label="To be confirmed">
      {grave.map(({ resource, what }) => (
        <Confirmation
          key={`allow ${resource}`}
          resource={resource}
          label={`Type ${resource} to let it happen: ${what}`}
          isGiven={allowed.has(resource)}
          given="It may be applied."
          missing="Nothing is applied before its name is typed here."
          onType={(typed) => allowGrave(resource, typed)}
        />
      ))}
      {deletions.map((resource) => (
        <Confirmation
          key={`delete ${resource}`}
          resource={resource}
          label={`Type ${resource} to delete it`}
          isGiven={confirmed.has(resource)}
          given="It will be deleted."
          missing="It stays, unless its name is typed here."
          onType={(typed) => confirmDeletion(resource, typed)}
        />
      ))}
    </section>
  )
}
