/**
 * An origin access identity is written as `origin-access-identity/cloudfront/ID`. Where a template composes that
 * text around a reference, the document holds the reference itself; the writer composes the text again.
 */
import { isExpression, isUnknown } from '#core/model/field.ts'
import { isValueMap, type ValueMap } from './shape-reader.ts'

const prefix = 'origin-access-identity/cloudfront/'

/** Replaces composed identities in a distribution's origins by references, in place. */
export function canonicalIdentity(config: ValueMap, isIdentity: (id: string) => boolean): void {
  const origins = config['Origins']
  if (!Array.isArray(origins)) return
  for (const origin of origins) {
    if (!isValueMap(origin)) continue
    const s3 = origin['S3OriginConfig']
    if (!isValueMap(s3)) continue
    const identity = s3['OriginAccessIdentity']
    if (!isExpression(identity) || !isUnknown(identity)) continue
    const [only, ...others] = identity.refs ?? []
    if (only !== undefined && isIdentity(only) && others.length === 0 && identity.like?.startsWith(prefix))
      s3['OriginAccessIdentity'] = { ref: only }
  }
}
