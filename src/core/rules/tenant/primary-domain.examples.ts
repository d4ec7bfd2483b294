import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { multiTenant, tenant } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'its own': multiTenant(
      {},
      { Tenant: tenant({ ManagedCertificateRequest: { PrimaryDomainName: 'customer.example.com' } }) },
    ),
  },
  invalid: {
    another: multiTenant(
      {},
      { Tenant: tenant({ ManagedCertificateRequest: { PrimaryDomainName: 'other.example.com' } }) },
    ),
  },
}
