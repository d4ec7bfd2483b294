import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { multiTenant, tenant } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    one: multiTenant({}, { Tenant: tenant({ Parameters: [{ Name: 'a', Value: 'b' }] }) }),
  },
  invalid: {
    six: multiTenant(
      {},
      {
        Tenant: tenant({
          Parameters: Array.from({ length: 6 }, (_, index) => ({ Name: `p${index}`, Value: 'v' })),
        }),
      },
    ),
  },
}
