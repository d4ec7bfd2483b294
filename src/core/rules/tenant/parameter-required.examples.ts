import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { multiTenant, tenant, tenantParameter } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    known: multiTenant(
      { TenantConfig: { ParameterDefinitions: [tenantParameter('name')] } },
      { Tenant: tenant({ Parameters: [{ Name: 'name', Value: 'a' }] }) },
    ),
    optional: multiTenant(
      { TenantConfig: { ParameterDefinitions: [tenantParameter('name', { Required: false })] } },
      { Tenant: tenant() },
    ),
  },
  invalid: {
    'a default is not inherited': multiTenant(
      {
        TenantConfig: {
          ParameterDefinitions: [tenantParameter('name', { Required: true, DefaultValue: 'a' })],
        },
      },
      { Tenant: tenant() },
    ),
    'no value': multiTenant(
      { TenantConfig: { ParameterDefinitions: [tenantParameter('name')] } },
      { Tenant: tenant() },
    ),
  },
}
