import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'a website endpoint': distribution({
      Origins: [customOrigin('web', { DomainName: 'site.s3-website-eu-west-1.amazonaws.com' })],
    }),
  },
}
