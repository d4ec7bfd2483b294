import type { DesignDocument, Origin } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import { originKindOf } from '#core/origins/index.ts'

/**
 * Whether everybody can ask an origin around CloudFront, as far as its settings tell: nothing signs for it, no header
 * or client certificate proves where a request comes from, and it does not stand in a private network. Undefined where
 * its host is left to the deployment.
 */
export function isOpenToAll(document: DesignDocument, origin: Origin): boolean | undefined {
  if (originKindOf(document, origin) === undefined) return undefined
  const isLocked =
    origin.VpcOriginConfig ||
    origin.OriginAccessControlId ||
    known(origin.S3OriginConfig)?.OriginAccessIdentity ||
    known(origin.CustomOriginConfig)?.OriginMtlsConfig ||
    (origin.CustomHeaders ?? []).length > 0
  return !isLocked
}
