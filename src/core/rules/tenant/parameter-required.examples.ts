import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { multiTenant, tenant, tenantParameter } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    known: multiTenant(
      { TenantConfig: { ParameterDefinitions: [tenantParameter('name')] } },
      { Tenant: tenant({ Parameters: [{ Name: 'name', Value: 'a' }] }) },
    ),
    'a default': multiTenant(
      {
        TenantConfig: {
          ParameterDefinitions: [tenantParameter('name', { Required: true, DefaultValue: 'a' })],
        },
      },
      { Tenant: tenant() },
    ),
    optional: multiTenant(
      { TenantConfig: { ParameterDefinitions: [tenantParameter('name', { Required: false })] } },
      { Tenant: tenant() },
    ),
  },
  invalid: {
    'no value': multiTenant(
      { TenantConfig: { ParameterDefinitions: [tenantParameter('name')] } },
      { Tenant: tenant() },
    ),
  },
}
