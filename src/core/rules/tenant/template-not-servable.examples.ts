import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { multiTenant, tenant } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'a tenant': multiTenant({}, { Tenant: tenant() }),
    'a standard one': distribution(),
  },
  invalid: {
    none: multiTenant(),
  },
}
