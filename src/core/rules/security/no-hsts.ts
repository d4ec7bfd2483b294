import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isExpression, isRef, isWhollyKnown, known, knownItems } from '#core/model/field.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import { runsOn } from '#core/rules/code/edge-code.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const securityNoHsts = defineRule({
  id: 'security/no-hsts',
  covers: ['security/server-header-leak'],
  severity: 'info',
  sees: 'behavior',
  profiles: ['recommended', 'security'],
  summary: 'Browsers are not told to stay with HTTPS.',
  why: 'The first request of a viewer who types a bare name goes over HTTP, where it can be intercepted before the redirect. Strict-Transport-Security makes browsers ask over HTTPS from then on.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  code: null,
  alsoKnownAs: ['CKV_AWS_259'],

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const placed = behaviorsOf(distribution).find(({ index }) => index === undefined)
      if (!placed) continue
      const { behavior, path } = placed
      const protocol = known(behavior.ViewerProtocolPolicy)
      if (protocol !== 'https-only' && protocol !== 'redirect-to-https') continue
      if (runsOn(behavior, ['viewer-response', 'origin-response'])) continue
      const reference: unknown = behavior.ResponseHeadersPolicyId
      const isNone = reference === undefined || reference === ''
      const policy = policyBehind(document, 'ResponseHeadersPolicy', behavior.ResponseHeadersPolicyId)
      if (!isNone && !policy) continue
      const security = policy?.SecurityHeadersConfig
      if (isExpression(security) || security?.StrictTransportSecurity !== undefined) continue
      const others = policy?.CustomHeadersConfig
      if (!isWhollyKnown(others)) continue
      if (knownItems(others).some((one) => known(one.Header)?.toLowerCase() === 'strict-transport-security'))
        continue
      const field = [...path, 'ResponseHeadersPolicyId']
      const at = isRef(reference)
        ? ['resources', reference.ref, 'config', 'SecurityHeadersConfig', 'StrictTransportSecurity']
        : undefined
      yield {
        path: field,
        message: `Browsers are not told to stay with HTTPS for “${distribution.id}”; add Strict-Transport-Security in a response headers policy.`,
        ...(isNone && {
          suggestions: [setAt(field, '67f7725c-6f97-4210-82d7-5512b31e9d03', 'Use SecurityHeadersPolicy')],
        }),
        ...(at && {
          suggestions: [
            setAt(
              at,
              { AccessControlMaxAgeSec: 31_536_000, Override: false },
              'Add Strict-Transport-Security',
            ),
          ],
        }),
      }
    }
  },
})
