/** What of an account a design can name, a list for each kind. Every call only reads. */
import type { CertificateSummary, KeyAlgorithm } from '@aws-sdk/client-acm'
import type { Choice, ChoiceKind, ListChoices } from '#core/plan/account-choices.ts'
import { attempt } from './errors.ts'
import type { Services } from './services.ts'

/** Every page of a list, one after the other. */
async function every<Page, Item>(
  ask: (marker: string | undefined) => Promise<Page>,
  itemsOf: (page: Page) => readonly Item[] | undefined,
  nextOf: (page: Page) => string | undefined,
): Promise<readonly Item[]> {
  const items: Item[] = []
  let marker: string | undefined
  do {
    const page = await ask(marker)
    items.push(...(itemsOf(page) ?? []))
    marker = nextOf(page)
  } while (marker !== undefined && marker !== '')
  return items
}

/**
 * A list says nothing of other keys than RSA with 1024 and 2048 bits unless it is asked. CloudFront takes these:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html
 */
const keyTypes: KeyAlgorithm[] = ['RSA_1024', 'RSA_2048', 'RSA_3072', 'RSA_4096', 'EC_prime256v1']

async function namesOf({ acm }: Services, one: CertificateSummary): Promise<readonly string[]> {
  const { DomainName = '', SubjectAlternativeNameSummaries: others, CertificateArn } = one
  if (others && !one.HasAdditionalSubjectAlternativeNames) return [...new Set([DomainName, ...others])]
  const { Certificate } = await acm.describeCertificate({ CertificateArn })
  return [...new Set([DomainName, ...(Certificate?.SubjectAlternativeNames ?? [])])]
}

async function certificates(aws: Services): Promise<readonly Choice[]> {
  const all = await every(
    (NextToken) =>
      aws.acm.listCertificates({ CertificateStatuses: ['ISSUED'], Includes: { keyTypes }, NextToken }),
    ({ CertificateSummaryList }) => CertificateSummaryList,
    ({ NextToken }) => NextToken,
  )
  const choices: Choice[] = []
  for (const one of all) {
    if (one.CertificateArn === undefined) continue
    const names = await namesOf(aws, one)
    const until = one.NotAfter ? `until ${one.NotAfter.toISOString().slice(0, 10)}` : 'issued'
    choices.push({ value: one.CertificateArn, name: names.join(', '), detail: until, names })
  }
  return choices
}

async function webAcls({ wafv2 }: Services): Promise<readonly Choice[]> {
  const all = await every(
    (NextMarker) => wafv2.listWebACLs({ Scope: 'CLOUDFRONT', NextMarker }),
    ({ WebACLs }) => WebACLs,
    ({ NextMarker, WebACLs = [] }) => (WebACLs.length === 0 ? undefined : NextMarker),
  )
  return all.flatMap(({ ARN, Name = '', Description = '' }) =>
    ARN === undefined ? [] : [{ value: ARN, name: Name, detail: Description }],
  )
}

/** The regional host name, which never redirects: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html */
export const bucketHost = (name: string, region: string): string =>
  `${name}.s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`

async function buckets({ s3 }: Services): Promise<readonly Choice[]> {
  const all = await every(
    // Regions are told only where pages are asked for.
    (ContinuationToken) => s3.listBuckets({ MaxBuckets: 1000, ContinuationToken }),
    ({ Buckets }) => Buckets,
    ({ ContinuationToken }) => ContinuationToken,
  )
  const choices: Choice[] = []
  for (const { Name: name, BucketRegion } of all) {
    if (name === undefined) continue
    // The oldest region is told as none.
    const region =
      BucketRegion ?? ((await s3.getBucketLocation({ Bucket: name })).LocationConstraint || 'us-east-1')
    choices.push({ value: bucketHost(name, region), name, detail: region })
  }
  return choices
}

async function hostedZones({ route53 }: Services): Promise<readonly Choice[]> {
  const all = await every(
    (Marker) => route53.listHostedZones({ Marker }),
    ({ HostedZones }) => HostedZones,
    ({ NextMarker, IsTruncated }) => (IsTruncated ? NextMarker : undefined),
  )
  return all.flatMap(({ Id, Name = '', Config, ResourceRecordSetCount = 0 }) => {
    // Viewers see public zones alone.
    if (Id === undefined || Config?.PrivateZone === true) return []
    const name = Name.replace(/\.$/, '').toLowerCase()
    return [
      {
        value: Id.replace('/hostedzone/', ''),
        name,
        detail: `${ResourceRecordSetCount} records`,
        names: [name],
      },
    ]
  })
}

/** Numbered versions only: CloudFront takes neither `$LATEST` nor an alias. */
async function lambdaVersions({ lambda }: Services): Promise<readonly Choice[]> {
  const all = await every(
    (Marker) => lambda.listFunctions({ FunctionVersion: 'ALL', Marker }),
    ({ Functions }) => Functions,
    ({ NextMarker }) => NextMarker,
  )
  return all.flatMap(({ FunctionArn, FunctionName = '', Version = '', Runtime = '' }) =>
    FunctionArn === undefined || !/^\d+$/.test(Version)
      ? []
      : [{ value: FunctionArn, name: `${FunctionName}:${Version}`, detail: Runtime }],
  )
}

const lists: Readonly<
  Record<ChoiceKind, readonly [doing: string, list: (aws: Services) => Promise<readonly Choice[]>]>
> = {
  certificates: ['Listing the certificates of us-east-1', certificates],
  'web-acls': ['Listing the web ACLs for CloudFront', webAcls],
  buckets: ['Listing the buckets', buckets],
  'hosted-zones': ['Listing the hosted zones', hostedZones],
  'lambda-versions': ['Listing the versions of Lambda functions in us-east-1', lambdaVersions],
}

/** The lists of one account. */
export const choicesOf =
  (aws: Services): ListChoices =>
  (kind) => {
    const [doing, list] = lists[kind]
    return attempt(doing, () => list(aws))
  }
