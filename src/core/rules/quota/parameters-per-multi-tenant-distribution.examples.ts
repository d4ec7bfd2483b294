import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { multiTenant, tenantParameter } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    one: multiTenant({ TenantConfig: { ParameterDefinitions: [tenantParameter('a')] } }),
  },
  invalid: {
    six: multiTenant({
      TenantConfig: { ParameterDefinitions: [...'abcdef'].map((name) => tenantParameter(name)) },
    }),
  },
}
