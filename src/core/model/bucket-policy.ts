/**
 * What the bucket policies of a design grant to CloudFront.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
import { oncePer } from './distribution.ts'
import type { DesignDocument, LogicalId } from './document.ts'
import { isRef, isUnknown, type Json } from './field.ts'
import { isAloneInFile } from './links.ts'
import { type Path, valueAt } from './path.ts'

export interface BucketGrant {
  /** `unknown` where the design does not hold the bucket. */
  readonly read: 'granted' | 'missing' | 'unknown'
  readonly list: boolean
  readonly path: Path | null
}

const asList = (value: Json | undefined): readonly Json[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
const isObject = (value: unknown): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The logical ids that a value names, however deep the reference stands in it. */
function namedResources(value: unknown): LogicalId[] {
  if (isRef(value)) return [value.ref]
  if (isUnknown(value)) return [...(value.refs ?? [])]
  if (!isObject(value)) return []
  const ref = value['Ref']
  if (typeof ref === 'string') return [ref]
  const attribute = value['Fn::GetAtt']
  if (Array.isArray(attribute) && typeof attribute[0] === 'string') return [attribute[0]]
  return Object.values(value).flatMap(namedResources)
}

/** The buckets whose names are told: found once for each state of a design, since rules ask for each origin. */
const namedBuckets = oncePer((resources: DesignDocument['resources']) =>
  Object.entries(resources).flatMap(([id, { type, config }]) => {
    const name =
      type === 'AWS::S3::Bucket' && 'BucketName' in config ? textLike(config['BucketName']) : undefined
    return name === undefined ? [] : [{ id, name }]
  }),
)

/** The bucket that an origin's host field names: a resource of the design, or undefined. */
export function bucketBehind(document: DesignDocument, host: unknown): LogicalId | undefined {
  const named = namedResources(host).find((id) => document.resources[id]?.type === 'AWS::S3::Bucket')
  const text = textLike(host)
  if (named !== undefined || text === undefined) return named
  return namedBuckets(document.resources).find(({ name }) => text.startsWith(`${name}.s3`))?.id
}

/** A value's text, or what a composed text looks like: names composed alike look alike. */
const textLike = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : isUnknown(value) ? value.like : undefined

/** Equal plain values, or equal expressions. */
const isSame = (a: unknown, b: unknown): boolean => a !== undefined && JSON.stringify(a) === JSON.stringify(b)

/** Whether a value names a bucket of the design, by a reference or by its name. */
export const isBucketNamed = (document: DesignDocument, bucket: LogicalId, target: unknown): boolean =>
  namedResources(target).includes(bucket) ||
  isSame(target, valueAt(document.resources[bucket]?.config, ['BucketName']))

const mentions = (value: Json | undefined, text: string) => JSON.stringify(value ?? null).includes(text)

/** The principals that a kind of access signs as: the service for OAC, the identity for OAI, everybody for none. */
function isForCloudFront(
  principal: Json | undefined,
  kind: 'oac' | 'oai' | 'none',
  identity: string | undefined,
) {
  if (principal === '*' || (isObject(principal) && asList(principal['AWS']).includes('*'))) return true
  if (kind === 'oac') return mentions(principal, 'cloudfront.amazonaws.com')
  if (kind === 'none') return false
  return (
    mentions(principal, 'CanonicalUser') ||
    mentions(principal, 'CloudFront Origin Access Identity') ||
    mentions(principal, 'origin-access-identity') ||
    (identity !== undefined && mentions(principal, identity))
  )
}

const grants = (actions: readonly Json[], wanted: string) =>
  actions.some(
    (action) =>
      typeof action === 'string' &&
      (action === '*' ||
        action === 's3:*' ||
        action === wanted ||
        (wanted.startsWith(action.replace(/\*$/, '')) && action.endsWith('*'))),
  )

/** Whether the design lets CloudFront read the objects of an origin's bucket, and list them. */
export function bucketGrant(
  document: DesignDocument,
  host: unknown,
  kind: 'oac' | 'oai' | 'none',
  identity?: LogicalId,
): BucketGrant {
  const bucket = bucketBehind(document, host)
  if (bucket === undefined) return { read: 'unknown', list: false, path: null }
  let read: BucketGrant['read'] = 'missing'
  let list = false
  let path: Path = ['resources', bucket]
  // A policy may stand in another file of the module.
  let isUndecided = isAloneInFile(document)
  for (const [id, resource] of Object.entries(document.resources)) {
    const { type, config } = resource
    const mayBeAbsent = 'mayBeAbsent' in resource && resource.mayBeAbsent
    if (type !== 'AWS::S3::BucketPolicy' || !isObject(config)) continue
    const target = config['Bucket']
    if (!isBucketNamed(document, bucket, target)) {
      isUndecided ||= isUnknown(target) && namedResources(target).length === 0
      continue
    }
    path = ['resources', id, 'config', 'PolicyDocument']
    // A bucket has one policy.
    isUndecided = mayBeAbsent === true
    const policy = config['PolicyDocument']
    if (!isObject(policy) || isUnknown(policy)) return { read: 'unknown', list: false, path }
    for (const statement of asList(policy['Statement'])) {
      isUndecided ||= isUnknown(statement)
      if (!isObject(statement) || statement['Effect'] === 'Deny') continue
      if (!isForCloudFront(statement['Principal'], kind, identity)) continue
      const actions = asList(statement['Action'])
      if (grants(actions, 's3:GetObject')) read = 'granted'
      if (grants(actions, 's3:ListBucket')) list = true
    }
  }
  return { read: read === 'missing' && isUndecided ? 'unknown' : read, list, path }
}
