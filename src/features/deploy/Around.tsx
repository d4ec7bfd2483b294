import { possibleBuckets, possibleCertificates } from '#core/edits/around.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Plan } from '#core/plan/plan.ts'
import { aroundSite, grantBucket, makeBucket, makeCertificate, makeRecord, useAround } from '#state/around.ts'
import { useDeployment } from '#state/deployment.ts'
import { commit, useDocument } from '#state/design.ts'
import { Button } from '#ui/Button.tsx'
import { CopyButton } from './CopyButton.tsx'
import styles from './deploy.module.css'

interface ThingProps {
  readonly of: string
  readonly children: React.ReactNode
  readonly verb: string
  readonly onPress: () => void
}

/** One thing and its consent: what will be made, and nothing else is. */
function Thing({ of, children, verb, onPress }: ThingProps) {
  const { busy, outcomes } = useAround()
  const isBusy = useDeployment((state) => state.busy !== undefined) || busy !== undefined
  const outcome = outcomes.get(of)
  return (
    <div className={styles['bar']}>
      <span>{children}</span>
      {outcome === undefined || busy === of ? (
        <Button isDisabled={isBusy} onPress={onPress}>
          {busy === of ? 'Working…' : verb}
        </Button>
      ) : null}
      {outcome !== undefined && <span className={styles['muted']}>{outcome}</span>}
    </div>
  )
}

function Grants() {
  const grants = useDeployment((state) => state.grants)
  return grants.map((grant) => (
    <div key={`${grant.bucket} ${grant.distribution}`} className={styles['bar']}>
      <Thing
        of={`grant ${grant.bucket}`}
        verb="Let CloudFront read it"
        onPress={() => void grantBucket(grant)}
      >
        The bucket <code>{grant.bucket}</code> must allow {grant.distribution} to read it.
      </Thing>
      <CopyButton text={() => JSON.stringify(grant.statement, null, 2)}>Copy the statement</CopyButton>
    </div>
  ))
}

/** What a site that is not there yet could have of its own; one that is there has what it needs. */
const additions = (design: DesignDocument, { steps }: Plan) => {
  const isNew = ({ distribution }: { readonly distribution: string }) =>
    steps.some(({ resource, action }) => resource === distribution && action === 'create')
  return [...possibleBuckets(design), ...possibleCertificates(design)].filter(isNew)
}

function Additions({ plan }: { readonly plan: Plan }) {
  return additions(useDocument(), plan).map(({ what, label, edit }) => (
    <div key={what} className={styles['bar']}>
      <span>{what}</span>
      <Button onPress={() => commit(edit)}>{label}</Button>
    </div>
  ))
}

/** Buckets, certificates and records that the design needs: each is made by a press of its own, or not at all. */
export function Around() {
  const design = useDocument()
  const deployment = useDeployment()
  const failure = useAround((state) => state.failure)
  const { plan, grants } = deployment
  if (!plan) return null
  const { buckets, certificates, records } = aroundSite(deployment)
  const count = [buckets, certificates, records, grants, additions(design, plan)].flat().length
  if (count === 0) return null
  return (
    <section className={styles['card']} aria-label="Around the site">
      <b>Around the site</b>
      <span className={styles['muted']}>
        Applying creates what belongs to CloudFront. Each of these is created when you press its button.
      </span>
      {buckets.map((bucket) => (
        <Thing
          key={bucket.resource}
          of={`bucket ${bucket.resource}`}
          verb="Make the bucket"
          onPress={() => void makeBucket(bucket)}
        >
          {bucket.isForLogs ? 'A bucket for logs' : 'A private bucket'} for {bucket.resource}
          {bucket.name === undefined ? '' : `, “${bucket.name}”`}, in us-east-1.
        </Thing>
      ))}
      {certificates.map((certificate) => (
        <Thing
          key={certificate.resource}
          of={`certificate ${certificate.resource}`}
          verb="Ask for the certificate"
          onPress={() => void makeCertificate(certificate)}
        >
          A certificate for {certificate.names.join(', ')}, proven by records in Route 53.
        </Thing>
      ))}
      {records.map((record) => (
        <Thing
          key={record.name}
          of={`record ${record.name}`}
          verb="Make the records"
          onPress={() => void makeRecord(record)}
        >
          {record.types.join(' and ')} of {record.name}, to {record.target}.
        </Thing>
      ))}
      <Grants />
      <Additions plan={plan} />
      {failure && (
        <p className={styles['failure']} role="alert">
          {failure}
        </p>
      )}
    </section>
  )
}
