import { Check, CircleAlert, LoaderCircle, Lock } from 'lucide-react'
import { managedName } from '#core/model/managed-policies.ts'
import type { Conflict } from '#core/plan/conflicts.ts'
import { notCarriedLines } from '#core/plan/not-carried.ts'
import { conflictInPage } from '#core/plan/ownership.ts'
import type { Plan, PlanStep } from '#core/plan/plan.ts'
import { takeFromAccount } from '#state/account-import.ts'
import { adopt, makeBeside, useDeployment } from '#state/deployment.ts'
import { useDocument } from '#state/design.ts'
import { select } from '#state/session.ts'
import { counted } from '#things/counted.ts'
import { Button } from '#ui/Button.tsx'
import styles from './deploy.module.css'
import { ChangedValue } from './Values.tsx'

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
  const text = managedName(value) ?? JSON.stringify(value)
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`
}

/** As many names as are read at a glance, and how many more there are. */
function firstOf(names: readonly string[]): string {
  const most = 4
  const more = names.length - most
  return more > 1 ? `${names.slice(0, most).join(', ')} and ${more} more fields` : names.join(', ')
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
            ? 'matches the design.'
            : `differs in ${firstOf(differences.map(({ path }) => path.join('.')))}.`}{' '}
          <Button onPress={() => void adopt(resource, id)}>Take {id} over</Button>
        </li>
      ))}
      {conflict.kind === 'lookalike' && (
        <li>
          It is another one.{' '}
          <Button onPress={() => void makeBeside(resource)}>Make “{resource}” beside it</Button>
        </li>
      )}
    </ul>
  )
}

function Row({ step }: { readonly step: PlanStep }) {
  const { resource, type, action, changes, conflicts, target } = step
  const isOfDesign = useDocument().resources[resource] !== undefined
  const conflict = useDeployment(({ plan }) => plan?.conflicts.find((one) => one.resource === resource))
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
        {changes.map((change) => (
          <ChangedValue key={change.path.join('.')} change={change} />
        ))}
        <Conflicts conflicts={conflicts} resource={resource} />
        {step.obstacle !== undefined && (
          <div className={styles['failure']}>
            {conflict ? conflictInPage(conflict) : step.obstacle}{' '}
            {isOfDesign && (
              <Button onPress={() => select(['resources', resource, 'config'])}>Show “{resource}”</Button>
            )}
          </div>
        )}
        <Candidates resource={resource} />
      </td>
      <td>
        <span className={styles['progress']}>
          {Icon && <Icon size={14} aria-hidden />} {progress?.status}
        </span>
        {progress?.status === 'kept' && <div className={styles['muted']}>{progress.message}</div>}
      </td>
    </tr>
  )
}

/** What stays as it is: named, and out of the way of what does not. */
function Unchanged({ steps }: { readonly steps: readonly PlanStep[] }) {
  if (steps.length === 0) return null
  return (
    <details className={styles['unchanged']}>
      <summary>{counted(steps.length, 'resource')} unchanged</summary>
      <ul>
        {steps.map(({ resource, type, target }) => (
          <li key={resource}>
            <b>{resource}</b> <span className={styles['muted']}>{[type, target?.physicalId].join(' ')}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What an apply would do, one row for each resource that changes, in its order. */
export function PlanTable({ plan: { steps, notCarried } }: { readonly plan: Plan }) {
  // What CloudFront cannot be asked for is told, whatever would be done.
  const isStill = ({ action, obstacle, conflicts }: PlanStep) =>
    action === 'unchanged' && obstacle === undefined && conflicts.length === 0
  const moving = steps.filter((step) => !isStill(step))
  return (
    <>
      {moving.length > 0 && (
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
            {moving.map((step) => (
              <Row key={`${step.resource} ${step.action}`} step={step} />
            ))}
          </tbody>
        </table>
      )}
      <Unchanged steps={steps.filter(isStill)} />
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
