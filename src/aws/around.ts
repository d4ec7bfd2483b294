/** Makes what stands around a site: buckets, certificates and records. Each call is one that a person asked for. */

import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { type Choice, zoneOf } from '#core/plan/account-choices.ts'
import type { WantedRecord } from '#core/plan/around.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import { choicesOf } from './account-choices.ts'
import { attempt } from './errors.ts'
import type { Services } from './services.ts'

/**
 * A private bucket. One for logs allows access control lists, by which CloudFront writes them:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
 */
export async function makeBucket({ s3 }: Services, Bucket: string, isForLogs: boolean): Promise<void> {
  await attempt(`Making the bucket “${Bucket}”`, async () => {
    try {
      await s3.createBucket({ Bucket })
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'BucketAlreadyOwnedByYou') throw error
    }
    await s3.putPublicAccessBlock({
      Bucket,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: true,
      },
    })
    const ObjectOwnership = isForLogs ? 'BucketOwnerPreferred' : 'BucketOwnerEnforced'
    await s3.putBucketOwnershipControls({ Bucket, OwnershipControls: { Rules: [{ ObjectOwnership }] } })
  })
}

/** The zone of every alias record to CloudFront: https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html */
const cloudFrontZone = 'Z2FDTNDATAQYW2'
const bare = (name = '') => name.replace(/\.$/, '').replace('\\052', '*').toLowerCase()

async function recordsAt(
  { route53 }: Services,
  zone: Choice,
  name: string,
): Promise<readonly ResourceRecordSet[]> {
  const { ResourceRecordSets = [] } = await route53.listResourceRecordSets({
    HostedZoneId: zone.value,
    StartRecordName: name,
    MaxItems: 20,
  })
  return ResourceRecordSets.filter((one) => bare(one.Name) === bare(name))
}

function zoneFor(zones: readonly Choice[], name: string): Choice {
  const zone = zoneOf(zones, name)
  if (!zone)
    throw new DriverFailure(
      `No public hosted zone of this account holds “${name}”; make the record where its names are kept.`,
      { isRefusal: true },
    )
  return zone
}

const create = async ({ route53 }: Services, zone: Choice, sets: readonly ResourceRecordSet[]) => {
  await route53.changeResourceRecordSets({
    HostedZoneId: zone.value,
    // CREATE fails where a record is, so that nothing is ever overwritten.
    ChangeBatch: { Changes: sets.map((ResourceRecordSet) => ({ Action: 'CREATE', ResourceRecordSet })) },
  })
}

/** Leads a name to a distribution; `unchanged` where it does. What leads elsewhere is never overwritten. */
export async function makeRecord(
  aws: Services,
  { name, target, types }: WantedRecord,
): Promise<'made' | 'unchanged'> {
  const zone = zoneFor(await choicesOf(aws)('hosted-zones'), name)
  return attempt(`Making the records of “${name}”`, async () => {
    const there = await recordsAt(aws, zone, name)
    const leads = ({ Type, AliasTarget }: ResourceRecordSet) =>
      types.some((type) => type === Type) && bare(AliasTarget?.DNSName) === bare(target)
    const other = there.find((one) => ['A', 'AAAA', 'CNAME'].includes(one.Type ?? '') && !leads(one))
    if (other)
      throw new DriverFailure(
        `“${name}” has a record (${other.Type}) that leads elsewhere; it stays. Change it where viewers may go to “${target}” from now on.`,
        { isRefusal: true },
      )
    const missing = types.filter((type) => !there.some(({ Type }) => Type === type))
    if (missing.length === 0) return 'unchanged'
    const AliasTarget = { HostedZoneId: cloudFrontZone, DNSName: target, EvaluateTargetHealth: false }
    await create(
      aws,
      zone,
      missing.map((Type) => ({ Name: name, Type, AliasTarget })),
    )
    return 'made'
  })
}

const issuingLimit = 30 * 60_000
const step = 5_000

/** Makes the records that prove a certificate where they are missing; how ACM says that it stands. */
export async function proveCertificate(aws: Services, CertificateArn: string): Promise<string> {
  return attempt('Proving the certificate', async () => {
    const { Certificate } = await aws.acm.describeCertificate({ CertificateArn })
    const zones = await choicesOf(aws)('hosted-zones')
    for (const { ResourceRecord: record, DomainName = '' } of Certificate?.DomainValidationOptions ?? []) {
      if (!record?.Name || !record.Value) continue
      const zone = zoneFor(zones, DomainName)
      const there = await recordsAt(aws, zone, record.Name)
      if (there.length > 0) continue
      const ResourceRecords = [{ Value: record.Value }]
      await create(aws, zone, [{ Name: record.Name, Type: 'CNAME', TTL: 300, ResourceRecords }])
    }
    return Certificate?.Status ?? 'PENDING_VALIDATION'
  })
}

/**
 * Asks for a certificate in us-east-1, to be proven by records. The token makes a second request within an hour the
 * same one. https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 */
export async function requestCertificate(
  aws: Services,
  [DomainName = '', ...others]: readonly string[],
  IdempotencyToken: string,
): Promise<string> {
  const { CertificateArn = '' } = await attempt(`Asking for the certificate of “${DomainName}”`, () =>
    aws.acm.requestCertificate({
      DomainName,
      ValidationMethod: 'DNS',
      IdempotencyToken,
      ...(others.length > 0 && { SubjectAlternativeNames: others }),
    }),
  )
  return CertificateArn
}

/** A certificate that is issued: asked for where there is none yet, proven, and waited for. */
export async function makeCertificate(
  aws: Services,
  names: readonly string[],
  {
    arn,
    token,
    requested,
  }: { readonly arn?: string; readonly token: string; readonly requested: (arn: string) => Promise<void> },
): Promise<string> {
  const certificate = arn ?? (await requestCertificate(aws, names, token))
  await requested(certificate)
  const end = Date.now() + issuingLimit
  for (let status = await proveCertificate(aws, certificate); status !== 'ISSUED'; ) {
    if (!/PENDING/.test(status))
      throw new DriverFailure(`ACM says ${status} of the certificate “${certificate}”.`, { isRefusal: true })
    if (Date.now() > end)
      throw new DriverFailure('ACM has not issued the certificate after 30 minutes; apply again later.')
    await new Promise((done) => setTimeout(done, step))
    status = await proveCertificate(aws, certificate)
  }
  return certificate
}
