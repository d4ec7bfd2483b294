import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { multiTenant, tenantParameter } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'a name': multiTenant({ TenantConfig: { ParameterDefinitions: [tenantParameter('customer-name')] } }),
  },
  invalid: {
    'a dot': multiTenant({ TenantConfig: { ParameterDefinitions: [tenantParameter('customer.name')] } }),
    twice: multiTenant({
      TenantConfig: { ParameterDefinitions: [tenantParameter('name'), tenantParameter('name')] },
    }),
  },
}
