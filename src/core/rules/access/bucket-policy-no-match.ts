import { bucketBehind } from '#core/model/bucket-policy.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isRef, isUnknown } from '#core/model/field.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule, type Finding } from '#core/rules/harness/rule.ts'
import { type PlacedStatement, policiesOfBucket } from '#core/rules/lookup/bucket-policies.ts'
import { mentions } from '#core/rules/lookup/foreign.ts'
import { hasAccessControl } from '#core/rules/lookup/origin-access.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

type Fault = Pick<Finding, 'path' | 'message'>

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])
/** A text, or that which an expression is composed like. */
const likeOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : isUnknown(value) ? value.like : undefined
const composed = (value: unknown): string => {
  const written: unknown = isUnknown(value) ? valueAt(value.expression, ['Fn::Sub']) : undefined
  return typeof value === 'string' ? value : typeof written === 'string' ? written : ''
}

/** Why the ARN of a condition is none that CloudFront sends; undefined where it may be. */
function arnFault(document: DesignDocument, value: unknown): string | undefined {
  if (isRef(value)) {
    const isSite = document.resources[value.ref]?.type === 'Distribution'
    const isArn = value.attribute?.toLowerCase() === 'arn'
    return isSite && !isArn
      ? `is the ${value.attribute === 'DomainName' ? 'domain name' : 'id'} of “${value.ref}” and not its ARN`
      : undefined
  }
  const text = composed(value)
  if (!/^arn:aws[\w-]*:cloudfront:/.test(text)) return undefined
  const [, , , region = '', account = '', resource = ''] = text.replace(/\$\{[^}]*\}/g, '0').split(':')
  if (region !== '') return `(“${text}”) has a region, and distributions have none`
  if (account === '') return `(“${text}”) has no account`
  return resource.startsWith('distribution/') ? undefined : `(“${text}”) has no “distribution/”`
}

function* conditionFaults(document: DesignDocument, { statement, path }: PlacedStatement): Generator<Fault> {
  const { Condition: condition } = statement
  if (typeof condition !== 'object' || condition === null || isUnknown(condition)) return
  for (const [operator, keys] of Object.entries(condition as Readonly<Record<string, unknown>>))
    for (const [key, value] of Object.entries(Object(keys) as Readonly<Record<string, unknown>>)) {
      if (key.toLowerCase() !== 'aws:sourcearn') continue
      const values = listOf(value)
      const faults = values.map((one) => arnFault(document, one))
      const isExact = /^(?:ForAnyValue:)?StringEquals(?:IgnoreCase)?(?:IfExists)?$/i.test(operator)
      const place: Path = [...path, 'Condition', operator, key]
      if (faults.every((fault) => fault !== undefined)) yield { path: place, message: `${key} ${faults[0]}` }
      else if (isExact && values.every((one) => composed(one).includes('*')))
        yield {
          path: place,
          message: `${operator} takes the “*” of “${composed(values[0])}” as it is; use ArnLike`,
        }
    }
}

function* resourceFaults({ statement, path }: PlacedStatement): Generator<Fault> {
  const actions = listOf(statement['Action'])
  const isOfObjects = actions.every(
    (one) => typeof one === 'string' && /^s3:(?:Get|Put|Delete)Object/i.test(one),
  )
  const isBucket = (value: unknown): boolean => {
    if (isRef(value)) return value.attribute === 'Arn'
    const text = likeOf(value)
    return text !== undefined && /^arn:aws[\w-]*:s3:::[^/*]+$/.test(text)
  }
  const resources = listOf(statement['Resource'])
  if (isOfObjects && resources.every(isBucket))
    yield {
      path: [...path, 'Resource'],
      message: `“${String(actions[0])}” is on objects, and Resource names the bucket alone; add “/*”`,
    }
}

export const accessBucketPolicyNoMatch = defineRule({
  id: 'access/bucket-policy-no-match',
  severity: 'warning',
  sees: 'all',
  summary: "The bucket policy's statement for CloudFront never matches.",
  why: 'The policy lets CloudFront in by the ARN of a distribution (arn:aws:cloudfront::account:distribution/id), compared as it is by StringEquals, and reads objects below the bucket’s ARN. A statement with another form matches no request, and S3 answers 403 or refuses the policy.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  code: null,

  *check({ document }) {
    const buckets = new Set(
      eachOrigin(document)
        .filter(({ value }) => hasAccessControl(value) && originKindOf(document, value)?.isBucket)
        .flatMap(({ value }) => bucketBehind(document, value.DomainName) ?? []),
    )
    for (const bucket of buckets)
      for (const placed of policiesOfBucket(document, bucket).flatMap(({ statements }) => statements)) {
        const { Effect: effect, Principal: principal } = placed.statement
        if (effect !== 'Allow' || !mentions(principal, 'cloudfront.amazonaws.com')) continue
        for (const { path, message } of [...conditionFaults(document, placed), ...resourceFaults(placed)])
          yield {
            path,
            message: `The policy of “${bucket}” does not let CloudFront read it: ${message}.`,
          }
      }
  },
})
