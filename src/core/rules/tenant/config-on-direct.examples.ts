import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { multiTenant, tenantParameter } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'a multi-tenant one': multiTenant({ TenantConfig: { ParameterDefinitions: [tenantParameter('name')] } }),
    none: distribution(),
  },
  invalid: {
    'a direct one': distribution({
      ConnectionMode: 'direct',
      TenantConfig: { ParameterDefinitions: [tenantParameter('name')] },
    }),
    'by default': distribution({ TenantConfig: { ParameterDefinitions: [tenantParameter('name')] } }),
  },
}
