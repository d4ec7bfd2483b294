import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { multiTenant, tenant } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'a multi-tenant one': multiTenant({}, { Tenant: tenant() }),
  },
  invalid: {
    'a standard one': distribution({}, { Tenant: tenant() }),
  },
}
