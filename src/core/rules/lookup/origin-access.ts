/**
 * How CloudFront shows an origin who asks. Both are sure answers: an expression that may turn out empty is neither.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
import type { Origin } from '#core/model/document.ts'
import { isUnknown, known } from '#core/model/field.ts'

/** Whether an origin is sure to have an origin access control. */
export const hasAccessControl = ({ OriginAccessControlId: id }: Origin): boolean =>
  id !== undefined && id !== '' && !isUnknown(id)

/** Whether an origin is sure to have an origin access identity. */
export function hasAccessIdentity(origin: Origin): boolean {
  const identity = known(origin.S3OriginConfig)?.OriginAccessIdentity
  if (isUnknown(identity)) return identity.like?.startsWith('origin-access-identity/cloudfront/') ?? false
  return identity !== undefined && identity !== ''
}
