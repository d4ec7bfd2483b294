import type { DesignDocument, Origin } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import { originKindOf } from '#core/origins/index.ts'
import { groupsOfServer, opennessOf, portsOf } from './security-groups.ts'

/**
 * Whether everybody can ask an origin around CloudFront, as far as its settings tell: nothing signs for it, no header
 * or client certificate proves where a request comes from, it does not stand in a private network, and its security
 * groups let everybody in. Undefined where its host, or whom its groups let in, is left to the deployment.
 */
export function isOpenToAll(document: DesignDocument, origin: Origin): boolean | undefined {
  if (originKindOf(document, origin) === undefined) return undefined
  const isLocked =
    origin.VpcOriginConfig ||
    origin.OriginAccessControlId ||
    known(origin.S3OriginConfig)?.OriginAccessIdentity ||
    known(origin.CustomOriginConfig)?.OriginMtlsConfig ||
    (origin.CustomHeaders ?? []).length > 0
  if (isLocked) return false
  const groups = groupsOfServer(document, origin.DomainName) ?? []
  if (groups.length === 0) return true
  const openness = opennessOf(document, groups, portsOf(origin))
  return openness === 'unknown' ? undefined : openness === 'open'
}
