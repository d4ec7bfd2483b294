import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin } from '#fixtures/build.ts'
import { multiTenant } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    two: multiTenant({ Origins: [customOrigin('web', { OriginPath: '/{{a}}/{{b}}' })] }),
  },
  invalid: {
    three: multiTenant({ Origins: [customOrigin('web', { OriginPath: '/{{a}}/{{b}}/{{c}}' })] }),
  },
}
