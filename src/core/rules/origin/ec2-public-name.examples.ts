import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: { 'a name of its own': distribution({ Origins: [customOrigin('web')] }) },
  invalid: {
    'by its address': distribution({
      Origins: [customOrigin('web', { DomainName: 'ec2-203-0-113-25.eu-west-1.compute.amazonaws.com' })],
    }),
  },
}
