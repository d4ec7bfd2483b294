import type { Behavior, DesignDocument } from '#core/model/document.ts'
import { known, knownItems } from '#core/model/field.ts'
import { policyBehind } from '#core/model/managed-policies.ts'

const isHost = (name: string) => name.toLowerCase() === 'host'

/** The fields of a behavior that make CloudFront send the viewer's Host header to the origin. */
export function hostForwarding(
  document: DesignDocument,
  behavior: Behavior,
): { field: 'CachePolicyId' | 'OriginRequestPolicyId' | 'ForwardedValues'; keyed: boolean }[] {
  const found: { field: 'CachePolicyId' | 'OriginRequestPolicyId' | 'ForwardedValues'; keyed: boolean }[] = []
  const cache = policyBehind(document, 'CachePolicy', behavior.CachePolicyId)
  const keyed = known(known(cache?.ParametersInCacheKeyAndForwardedToOrigin)?.HeadersConfig)
  if (knownItems(keyed?.Headers).some(isHost)) found.push({ field: 'CachePolicyId', keyed: true })
  const request = policyBehind(document, 'OriginRequestPolicy', behavior.OriginRequestPolicyId)
  const headers = known(request?.HeadersConfig)
  const how = known(headers?.HeaderBehavior)
  const named = knownItems(headers?.Headers).some(isHost)
  const sends =
    how === 'allViewer' ||
    how === 'allViewerAndWhitelistCloudFront' ||
    (how === 'whitelist' && named) ||
    (how === 'allExcept' && !named)
  if (sends) found.push({ field: 'OriginRequestPolicyId', keyed: false })
  const legacy = knownItems(known(behavior.ForwardedValues)?.Headers)
  if (behavior.CachePolicyId === undefined && legacy.some((name) => isHost(name) || name === '*'))
    found.push({ field: 'ForwardedValues', keyed: true })
  return found
}
