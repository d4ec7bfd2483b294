/** What stands around a site and is made on request: buckets, certificates, records and bucket policies, one at a time. */
import { create } from 'zustand'
import type { LogicalId } from '#core/model/document.ts'
import {
  bucketNameFor,
  type WantedBucket,
  type WantedCertificate,
  type WantedRecord,
  wantedBuckets,
  wantedCertificates,
  wantedRecords,
} from '#core/plan/around.ts'
import type { AroundStep } from '#core/plan/around-step.ts'
import type { BucketGrant } from '#core/plan/bucket-policy.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import { account } from './account.ts'
import { makePlan, rememberMade, scopeOfPlan, useDeployment } from './deployment.ts'
import { currentDocument, useDesign } from './design.ts'
import { announce } from './session.ts'

interface Around {
  /** The thing that is being made. */
  readonly busy: string | undefined
  readonly failure: string | undefined
  /** How things stand that were made or looked at since the design was opened. */
  readonly outcomes: ReadonlyMap<string, string>
}
export const useAround = create<Around>()(() => ({
  busy: undefined,
  failure: undefined,
  outcomes: new Map(),
}))

/** What was made for one design says nothing of another. */
export const watchAround = (): (() => void) =>
  useDesign.subscribe((now, before) => {
    if (now.id !== before.id) useAround.setState({ failure: undefined, outcomes: new Map() })
  })

export interface AroundSite {
  readonly buckets: readonly WantedBucket[]
  readonly certificates: readonly WantedCertificate[]
  readonly records: readonly WantedRecord[]
}

/** What of the open design is not made yet, as far as the plan at hand knows the account. */
export function aroundSite({ made, live }: ReturnType<typeof useDeployment.getState>): AroundSite {
  const design = currentDocument()
  const isOpen = ({ resource }: { readonly resource: LogicalId }) =>
    !made.some((one) => one.resource === resource && one.status === 'done')
  return {
    buckets: wantedBuckets(design).filter(isOpen),
    certificates: wantedCertificates(design).filter(isOpen),
    records: wantedRecords(design, live),
  }
}

/** One thing at the server, in the account of the plan. */
async function make(step: AroundStep): Promise<string> {
  const { value } = await (await account()).changing(scopeOfPlan()).around(step)
  return value
}

const tell = (key: string, outcome: string): void =>
  useAround.setState(({ outcomes }) => ({ outcomes: new Map([...outcomes, [key, outcome]]) }))

/** Runs one consent; what is refused is shown, and what was made stays. */
async function consented(key: string, call: () => Promise<void>): Promise<void> {
  if (useAround.getState().busy !== undefined) return
  useAround.setState({ busy: key, failure: undefined })
  try {
    await call()
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    useAround.setState({ failure: error.message })
    announce(error.message)
  } finally {
    useAround.setState({ busy: undefined })
  }
}

const begun = (resource: LogicalId) =>
  useDeployment.getState().made.find((one) => one.resource === resource)?.value
const randomText = (): string =>
  [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** A private bucket; its name is remembered before it is made, so that it is never made twice. */
export const makeBucket = ({ resource, name, isForLogs }: WantedBucket): Promise<void> =>
  consented(`bucket ${resource}`, async () => {
    const value = begun(resource) ?? name ?? bucketNameFor(resource, randomText())
    await rememberMade({ made: 'bucket', resource, value, status: 'begun' })
    await make({ kind: 'bucket', name: value, isForLogs })
    await rememberMade({ made: 'bucket', resource, value, status: 'done' })
    announce(`The bucket “${value}” is made.`)
    await makePlan()
  })

const issuingLimit = 30 * 60_000
const issuingStep = 3_000

/** Waits until ACM has issued it; leaving the design ends the waiting, and the next time goes on. */
async function waitForIssue(key: string, arn: string): Promise<boolean> {
  const { id } = useDesign.getState()
  const end = Date.now() + issuingLimit
  while (useDesign.getState().id === id && Date.now() < end) {
    const status = await make({ kind: 'proof', arn })
    if (status === 'ISSUED') return true
    if (!status.includes('PENDING'))
      throw new DriverFailure(`ACM says ${status} of the certificate; look at it in the console.`)
    tell(key, 'Its records are made; ACM is looking for them.')
    await new Promise((done) => setTimeout(done, issuingStep))
  }
  return false
}

/** A certificate, proven by records in Route 53. */
export const makeCertificate = ({ resource, names }: WantedCertificate): Promise<void> =>
  consented(`certificate ${resource}`, async () => {
    const token = crypto.randomUUID().replaceAll('-', '')
    const value = begun(resource) ?? (await make({ kind: 'certificate', names, token }))
    await rememberMade({ made: 'certificate', resource, value, status: 'begun' })
    if (!(await waitForIssue(`certificate ${resource}`, value))) return
    await rememberMade({ made: 'certificate', resource, value, status: 'done' })
    announce(`The certificate of ${names.join(', ')} is issued.`)
    await makePlan()
  })

/** Leads a name to its distribution; what leads elsewhere stays. */
export const makeRecord = ({ name, target, types }: WantedRecord): Promise<void> =>
  consented(`record ${name}`, async () => {
    const outcome = await make({ kind: 'record', name, target, types })
    tell(`record ${name}`, outcome === 'made' ? `It now leads to ${target}.` : `It led to ${target} already.`)
    announce(`“${name}” leads to ${target}.`)
  })

/** Lets a distribution read a bucket. */
export const grantBucket = (grant: BucketGrant): Promise<void> =>
  consented(`grant ${grant.bucket}`, async () => {
    const outcome = await make({ kind: 'grant', grant })
    tell(
      `grant ${grant.bucket}`,
      outcome === 'granted' ? 'CloudFront may read it now.' : 'CloudFront could read it already.',
    )
    announce(`“${grant.bucket}” allows “${grant.distribution}” to read it.`)
  })
