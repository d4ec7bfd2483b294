import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    https: distribution(),
  },
  invalid: {
    http: distribution({
      Origins: [customOrigin('a', { CustomOriginConfig: { OriginProtocolPolicy: 'http-only' } })],
    }),
  },
}
