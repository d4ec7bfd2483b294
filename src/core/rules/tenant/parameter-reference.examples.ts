import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'
import { multiTenant, tenantParameter } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    defined: multiTenant({
      Origins: [customOrigin('web', { OriginPath: '/{{name}}' })],
      TenantConfig: { ParameterDefinitions: [tenantParameter('name')] },
    }),
    'a standard distribution': distribution({ Origins: [customOrigin('web', { OriginPath: '/{{name}}' })] }),
  },
  invalid: {
    'not defined': multiTenant({ Origins: [customOrigin('web', { DomainName: '{{name}}.example.org' })] }),
    misspelled: multiTenant({
      Origins: [customOrigin('web', { OriginPath: '/{{nam}}' })],
      TenantConfig: { ParameterDefinitions: [tenantParameter('name')] },
    }),
  },
}
