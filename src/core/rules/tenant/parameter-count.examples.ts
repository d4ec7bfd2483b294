import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin } from '#fixtures/build.ts'
import { multiTenant, tenantParameter } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    one: multiTenant({ TenantConfig: { ParameterDefinitions: [tenantParameter('name')] } }),
    'two in a field': multiTenant({ Origins: [customOrigin('web', { OriginPath: '/{{a}}/{{b}}' })] }),
  },
  invalid: {
    six: multiTenant({
      TenantConfig: {
        ParameterDefinitions: ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => tenantParameter(name)),
      },
    }),
    'three in a field': multiTenant({ Origins: [customOrigin('web', { OriginPath: '/{{a}}/{{b}}/{{c}}' })] }),
  },
}
