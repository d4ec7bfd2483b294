import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { invalidateStale, promoteStaging } from '#state/applying.ts'
import { useDeployment } from '#state/deployment.ts'
import { useDocument } from '#state/design.ts'
import { Button } from '#ui/Button.tsx'
import styles from './deploy.module.css'

/** What the last apply left in the caches. */
function Stale() {
  const { stale, busy } = useDeployment()
  const paths = Object.entries(stale).flatMap(([id, found]) => found.map((one) => ({ id, ...one })))
  if (paths.length === 0) return null
  return (
    <section className={styles['card']} aria-label="Stale objects">
      <b>The last apply left stale objects in the caches.</b>
      <ul>
        {paths.map(({ id, path, reason }) => (
          <li key={`${id} ${path}`}>
            <code>{path}</code> of {id}: {reason}.
          </li>
        ))}
      </ul>
      <Button isDisabled={busy !== undefined} onPress={() => void invalidateStale()}>
        {busy === 'invalidating' ? 'Invalidating…' : 'Invalidate exactly these'}
      </Button>
    </section>
  )
}

/** A staging distribution and the primary one that it tries changes for. */
function Staging() {
  const document = useDocument()
  const { live, busy, plan } = useDeployment()
  const sites = distributionsIn(document)
  const staging = sites.find(({ config }) => known(config.Staging) === true)
  const primary = sites.find(({ config }) => known(config.Staging) !== true)
  if (!staging || !primary || !live[staging.id] || !live[primary.id]) return null
  const isSettled = plan?.steps.every(({ action }) => action === 'unchanged') === true
  return (
    <section className={styles['card']} aria-label="Staging">
      <b>
        “{staging.id}” tries changes for “{primary.id}”.
      </b>
      <span className={styles['muted']}>
        Compare both by a trace. Promoting gives “{primary.id}” its configuration; to discard it, remove it
        and its policy from the design and apply.
      </span>
      <Button
        isDisabled={busy !== undefined || !isSettled}
        onPress={() => void promoteStaging(primary.id, staging.id)}
      >
        {busy === 'promoting' ? 'Promoting…' : `Promote “${staging.id}”`}
      </Button>
    </section>
  )
}

/** What is beside a plan: caches, staging. */
export function Afterwards() {
  return (
    <>
      <Stale />
      <Staging />
    </>
  )
}
