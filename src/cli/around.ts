/** What an apply makes around a site where it was asked for: buckets before it, certificates before it, records after. */
import { randomBytes, randomUUID } from 'node:crypto'
import { makeBucket, makeCertificate, makeRecord } from '#aws/around.ts'
import { nodeClient } from '#aws/client.ts'
import type { DesignDocument } from '#core/model/document.ts'
import {
  bucketNameFor,
  type Made,
  type WantedBucket,
  wantedBuckets,
  wantedCertificates,
  wantedRecords,
} from '#core/plan/around.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import type { LiveResources } from '#core/plan/resolve.ts'
import type { Scope } from '#core/plan/scope.ts'
import { servicesWith } from './choices.ts'
import type { JournalFile } from './journal-file.ts'
import type { AccountOptions } from './reach.ts'
import { tell } from './status.ts'

const servicesFor = ({ endpointUrl, profile }: AccountOptions) =>
  servicesWith(nodeClient({ profile }).config.credentials, endpointUrl)

export interface NamedBucket extends WantedBucket {
  readonly name: string
  readonly isMade: boolean
}
/** The buckets of a design by the names that they have or are to have. */
export const namedBuckets = (document: DesignDocument, made: readonly Made[]): readonly NamedBucket[] =>
  wantedBuckets(document).map((bucket) => {
    const before = made.find(({ resource }) => resource === bucket.resource)
    const name =
      before?.value ?? bucket.name ?? bucketNameFor(bucket.resource, randomBytes(4).toString('hex'))
    return { ...bucket, name, isMade: before?.status === 'done' }
  })

const stamp = (scope: Scope) => ({ at: new Date().toISOString(), in: scope })

async function orTold(call: () => Promise<void>): Promise<boolean> {
  try {
    await call()
    return true
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    tell(error.message)
    return false
  }
}

/** Makes the buckets that are not there yet; false where S3 refuses. */
export const makeBuckets = (
  buckets: readonly NamedBucket[],
  { scope, journal }: { readonly scope: Scope; readonly journal: JournalFile },
  options: AccountOptions,
): Promise<boolean> =>
  orTold(async () => {
    for (const { resource, name, isForLogs, isMade } of buckets) {
      if (isMade) continue
      const line = { made: 'bucket', resource, value: name, ...stamp(scope) } as const
      await journal.remember({ ...line, status: 'begun' })
      await makeBucket(servicesFor(options), name, isForLogs)
      await journal.remember({ ...line, status: 'done' })
      tell(`The bucket “${name}” of “${resource}” is made, and nobody but this account can read it.`)
    }
  })

/** Makes the certificates of a design and waits until they are issued; false where ACM or Route 53 refuses. */
export const makeCertificates = (
  document: DesignDocument,
  { scope, journal }: { readonly scope: Scope; readonly journal: JournalFile },
  options: AccountOptions,
): Promise<boolean> =>
  orTold(async () => {
    for (const { resource, names } of wantedCertificates(document)) {
      const before = journal.made.find((one) => one.resource === resource)
      if (before?.status === 'done') continue
      tell(
        `Asking ACM for the certificate “${resource}” (${names.join(', ')}), proven by records in Route 53.`,
      )
      const line = (value: string) => ({ made: 'certificate', resource, value, ...stamp(scope) }) as const
      const arn = await makeCertificate(servicesFor(options), names, {
        token: randomUUID().replaceAll('-', ''),
        requested: (value) => journal.remember({ ...line(value), status: 'begun' }),
        ...(before && { arn: before.value }),
      })
      await journal.remember({ ...line(arn), status: 'done' })
      tell(`The certificate “${resource}” is issued: ${arn}.`)
    }
  })

/** Leads the names of a design to its distributions, or says what is missing; false where Route 53 refuses. */
export const makeRecords = (
  document: DesignDocument,
  live: LiveResources,
  options: AccountOptions,
): Promise<boolean> =>
  orTold(async () => {
    for (const record of wantedRecords(document, live)) {
      const outcome = await makeRecord(servicesFor(options), record)
      tell(
        `“${record.name}” ${outcome === 'made' ? 'now leads' : 'led already'} to “${record.target}” (${record.types.join(', ')}).`,
      )
    }
  })
