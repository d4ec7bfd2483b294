import type { DesignDocument, Origin } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import { originKindOf } from '#core/origins/index.ts'
import { groupsOfBalancer, letsOnlyListsIn } from './security-groups.ts'

/**
 * Whether everybody can ask an origin around CloudFront, as far as its settings tell: nothing signs for it, no header
 * or client certificate proves where a request comes from, it does not stand in a private network, and its security
 * groups let in more than prefix lists. Undefined where
 * its host is left to the deployment.
 */
export function isOpenToAll(document: DesignDocument, origin: Origin): boolean | undefined {
  if (originKindOf(document, origin) === undefined) return undefined
  const isLocked =
    origin.VpcOriginConfig ||
    origin.OriginAccessControlId ||
    known(origin.S3OriginConfig)?.OriginAccessIdentity ||
    known(origin.CustomOriginConfig)?.OriginMtlsConfig ||
    (origin.CustomHeaders ?? []).length > 0 ||
    letsOnlyListsIn(document, groupsOfBalancer(document, origin.DomainName) ?? [])
  return !isLocked
}
