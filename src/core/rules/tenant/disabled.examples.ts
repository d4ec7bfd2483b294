import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { multiTenant, tenant } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    enabled: multiTenant({}, { Tenant: tenant() }),
  },
  invalid: {
    disabled: multiTenant({}, { Tenant: tenant({ Enabled: false }) }),
  },
}
