import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { multiTenant, tenant } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    one: multiTenant({}, { Tenant: tenant() }),
    'two tenants': multiTenant(
      {},
      { Tenant: tenant(), Other: tenant({ Domains: [{ Domain: 'other.example.com' }] }) },
    ),
  },
  invalid: {
    none: multiTenant({}, { Tenant: tenant({ Domains: [] }) }),
    'capital letters': multiTenant({}, { Tenant: tenant({ Domains: [{ Domain: 'Customer.example.com' }] }) }),
    'the same twice': multiTenant({}, { Tenant: tenant(), Other: tenant() }),
  },
}
