import { Check, CircleAlert, LoaderCircle, Lock } from 'lucide-react'
import { cancelApply, makePlan, runApply, useDeployment } from '#state/deployment.ts'
import { useDocument } from '#state/design.ts'
import { Button } from '#ui/Button.tsx'
import styles from './deploy.module.css'

const actions = {
  create: 'Create',
  update: 'Change',
  replace: 'Replace',
  delete: 'Delete',
  unchanged: 'Unchanged',
}
const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value))
const icons = { running: LoaderCircle, done: Check, failed: CircleAlert, kept: Lock }

/** What an apply would do in the account, and doing it. */
export function DeployPanel() {
  const document = useDocument()
  const { plan, of, progress, busy, failure, live } = useDeployment()
  const isStale = plan !== undefined && of !== document.resources
  const hasWork = plan?.steps.some(({ action }) => action !== 'unchanged') === true
  const obstacle = plan?.steps.find((step) => step.obstacle)?.obstacle
  return (
    <div className={styles['panel']}>
      <div className={styles['bar']}>
        <Button
          kind={plan && !isStale ? 'quiet' : 'primary'}
          isDisabled={busy !== undefined}
          onPress={() => void makePlan()}
        >
          {busy === 'planning' ? 'Reading the account…' : plan ? 'Plan again' : 'Plan'}
        </Button>
        {plan && !isStale && hasWork && !obstacle && (
          <Button kind="primary" isDisabled={busy !== undefined} onPress={() => void runApply()}>
            {busy === 'applying' ? 'Applying…' : 'Apply'}
          </Button>
        )}
        {busy === 'applying' && <Button onPress={cancelApply}>Stop after this step</Button>}
        {isStale && <span className={styles['muted']}>The design has changed since this plan.</span>}
        {plan && !isStale && !hasWork && (
          <span className={styles['good']}>The account is as the design says.</span>
        )}
      </div>
      {(failure ?? obstacle) && (
        <p className={styles['failure']} role="alert">
          {failure ?? obstacle}
        </p>
      )}
      {!plan && !failure && (
        <p className={styles['muted']}>
          A plan reads your account through the local server and says what would be created and changed.
          Nothing is done before you apply it.
        </p>
      )}
      {plan && (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Action</th>
              <th scope="col">Resource</th>
              <th scope="col">Changes</th>
              <th scope="col">Progress</th>
            </tr>
          </thead>
          <tbody>
            {plan.steps.map(({ resource, type, action, changes }) => {
              const step = progress.find((one) => one.resource === resource)
              const Icon = step && icons[step.status]
              return (
                <tr key={resource} data-action={action}>
                  <td>{actions[action]}</td>
                  <td>
                    <b>{resource}</b> <span className={styles['muted']}>{type}</span>
                    {live[resource] && <div className={styles['muted']}>{live[resource].physicalId}</div>}
                  </td>
                  <td>
                    {changes.map(({ path, before, after }) => (
                      <div key={path.join('.')}>
                        <code>{path.join('.')}</code>: {shown(before)} → {shown(after)}
                      </div>
                    ))}
                  </td>
                  <td>
                    {Icon && <Icon size={14} aria-hidden />} {step?.status}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </div>
  )
}
