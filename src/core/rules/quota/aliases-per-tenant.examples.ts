import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { multiTenant, tenant } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    one: multiTenant({}, { Tenant: tenant() }),
  },
  invalid: {
    '101': multiTenant(
      {},
      {
        Tenant: tenant({
          Domains: Array.from({ length: 101 }, (_, index) => ({ Domain: `w${index}.example.com` })),
        }),
      },
    ),
  },
}
