import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    https: distribution({ Origins: [customOrigin('f', { DomainName: 'abc.lambda-url.eu-west-1.on.aws' })] }),
  },
  invalid: {
    http: distribution({
      Origins: [
        customOrigin('f', {
          DomainName: 'abc.lambda-url.eu-west-1.on.aws',
          CustomOriginConfig: { OriginProtocolPolicy: 'match-viewer' },
        }),
      ],
    }),
  },
}
