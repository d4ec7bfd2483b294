import type { RuleExamples } from '#core/rules/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    chosen: distribution({ ViewerCertificate: { CloudFrontDefaultCertificate: true } }),
  },
  invalid: {
    'not chosen': distribution(),
  },
}
