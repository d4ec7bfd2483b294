import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'
import { multiTenant, tenantParameter } from '#fixtures/build-resources.ts'

const withPath = { Origins: [customOrigin('web', { OriginPath: '/{{site}}' })] }

export const examples: RuleExamples = {
  valid: {
    'a path of tenants': multiTenant({
      ...withPath,
      TenantConfig: { ParameterDefinitions: [tenantParameter('site')] },
    }),
  },
  invalid: {
    'a standard distribution': distribution(withPath),
    'a header': multiTenant({
      Origins: [customOrigin('web', { CustomHeaders: [{ HeaderName: 'X-Site', HeaderValue: '{{site}}' }] })],
      TenantConfig: { ParameterDefinitions: [tenantParameter('site')] },
    }),
  },
}
