import { Check, CircleAlert, LoaderCircle, Lock } from 'lucide-react'
import { useState } from 'react'
import type { Conflict } from '#core/plan/conflicts.ts'
import { notCarriedLines } from '#core/plan/not-carried.ts'
import type { Plan, PlanStep } from '#core/plan/plan.ts'
import { takeFromAccount } from '#state/account-import.ts'
import { adopt, confirmDeletion, useDeployment } from '#state/deployment.ts'
import { Button } from '#ui/Button.tsx'
import { TextInput } from '#ui/fields.tsx'
import styles from './deploy.module.css'

const actions = {
  create: 'Create',
  update: 'Change',
  replace: 'Replace',
  delete: 'Delete',
  unchanged: 'Unchanged',
}
const icons = { running: LoaderCircle, done: Check, failed: CircleAlert, kept: Lock }
const longest = 120

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`
}

/** The same field as it was last applied, as it is live, and as the design wants it. */
function Conflicts({
  conflicts,
  resource,
}: {
  readonly conflicts: readonly Conflict[]
  readonly resource: string
}) {
  if (conflicts.length === 0) return null
  return (
    <div className={styles['conflicts']} role="note">
      <b>Somebody else changed this since the last apply.</b>
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Last applied</th>
            <th scope="col">In the account</th>
            <th scope="col">In the design</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map(({ path, base, live, wanted }) => (
            <tr key={path.join('.')}>
              <td>
                <code>{path.join('.')}</code>
              </td>
              <td>{shown(base)}</td>
              <td>{shown(live)}</td>
              <td>{shown(wanted)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button onPress={() => takeFromAccount(resource)}>Take “{resource}” from the account</Button>
    </div>
  )
}

/** What stands where the design's resource would: a person says whether it is the same. */
function Candidates({ resource }: { readonly resource: string }) {
  const conflict = useDeployment(({ plan }) => plan?.conflicts.find((one) => one.resource === resource))
  if (!conflict) return null
  return (
    <ul aria-label={`What “${resource}” may be`}>
      {conflict.candidates.map(({ id, differences }) => (
        <li key={id}>
          <code>{id}</code>{' '}
          {differences.length === 0
            ? 'is equal to the design.'
            : `differs in ${differences.map(({ path }) => path.join('.')).join(', ')}.`}{' '}
          <Button onPress={() => void adopt(resource, id)}>Take {id} over</Button>
        </li>
      ))}
    </ul>
  )
}

/** Nothing is deleted before its name stands here. */
function Deletion({ resource }: { readonly resource: string }) {
  const [typed, setTyped] = useState('')
  const isConfirmed = useDeployment(({ confirmed }) => confirmed.has(resource))
  return (
    <div className={styles['deletion']}>
      <TextInput
        label={`Type ${resource} to delete it`}
        placeholder={resource}
        value={typed}
        onChange={(value) => {
          setTyped(value)
          confirmDeletion(resource, value)
        }}
      />
      <span className={styles['muted']}>
        {isConfirmed ? 'It will be deleted.' : 'It stays, unless its name is typed here.'}
      </span>
    </div>
  )
}

function Row({ step }: { readonly step: PlanStep }) {
  const { resource, type, action, changes, consequences, conflicts, target } = step
  const progress = useDeployment((state) =>
    state.progress.find((one) => one.resource === resource && one.action === action),
  )
  const Icon = progress && icons[progress.status]
  return (
    <tr data-action={action}>
      <td>{actions[action]}</td>
      <td>
        <b>{resource}</b> <span className={styles['muted']}>{type}</span>
        {target && <div className={styles['muted']}>{target.physicalId}</div>}
      </td>
      <td>
        {changes.map(({ path, before, after }) => (
          <div key={path.join('.')}>
            <code>{path.join('.')}</code>: {shown(before)} → {shown(after)}
          </div>
        ))}
        {consequences.map(({ kind, text }) => (
          <div key={text} className={styles['impact']} data-kind={kind}>
            {text}
          </div>
        ))}
        <Conflicts conflicts={conflicts} resource={resource} />
        {step.obstacle !== undefined && <div className={styles['failure']}>{step.obstacle}</div>}
        <Candidates resource={resource} />
        {action === 'delete' && <Deletion resource={resource} />}
      </td>
      <td>
        {Icon && <Icon size={14} aria-hidden />} {progress?.status}
        {progress?.status === 'kept' && <div className={styles['muted']}>{progress.message}</div>}
      </td>
    </tr>
  )
}

/** What an apply would do, one row for each resource, in its order. */
export function PlanTable({ plan: { steps, notCarried } }: { readonly plan: Plan }) {
  return (
    <>
      <table className={styles['table']} aria-label="Plan">
        <thead>
          <tr>
            <th scope="col">Action</th>
            <th scope="col">Resource</th>
            <th scope="col">Changes</th>
            <th scope="col">Progress</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <Row key={`${step.resource} ${step.action}`} step={step} />
          ))}
        </tbody>
      </table>
      {notCarried.length > 0 && (
        <ul className={styles['muted']} aria-label="Left out of the plan">
          {notCarriedLines(notCarried).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  )
}
