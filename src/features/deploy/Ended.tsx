import { takeFromAccount } from '#state/account-import.ts'
import { useDeployment } from '#state/deployment.ts'
import { useDocument } from '#state/design.ts'
import { Button } from '#ui/Button.tsx'
import styles from './deploy.module.css'

/** How the last run ended, where the plan would mislead without it. */
export function Ended() {
  const { ended, plan, of, busy } = useDeployment()
  const { resources } = useDocument()
  if (busy || !plan) return null
  if (ended === 'cut')
    return (
      <p className={styles['note']} role="note">
        The apply did not come to its end, and what was done of it stays in the account. Plan again to go on
        from there; the journal below leads back.
      </p>
    )
  if (ended !== 'back' || of !== resources) return null
  const changed = plan.steps.filter(({ action }) => action === 'update')
  return (
    <section className={styles['note']} aria-label="You went back">
      The account is as it was before that apply. The design still says what was taken back, so applying it
      would do the same again.{' '}
      {changed.map(({ resource }) => (
        <Button key={resource} onPress={() => takeFromAccount(resource)}>
          Take “{resource}” from the account
        </Button>
      ))}
    </section>
  )
}
