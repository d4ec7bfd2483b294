import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { multiTenant, tenant, tenantParameter } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    known: multiTenant(
      { TenantConfig: { ParameterDefinitions: [tenantParameter('name')] } },
      { Tenant: tenant({ Parameters: [{ Name: 'name', Value: 'a' }] }) },
    ),
  },
  invalid: {
    'not defined': multiTenant({}, { Tenant: tenant({ Parameters: [{ Name: 'name', Value: 'a' }] }) }),
  },
}
