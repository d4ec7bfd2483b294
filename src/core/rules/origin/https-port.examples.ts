import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the usual': distribution(),
  },
  invalid: {
    another: distribution({
      Origins: [
        customOrigin('a', { CustomOriginConfig: { HTTPSPort: 81, OriginProtocolPolicy: 'https-only' } }),
      ],
    }),
  },
}
