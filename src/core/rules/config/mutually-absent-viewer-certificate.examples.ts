import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    chosen: distribution({ ViewerCertificate: { CloudFrontDefaultCertificate: true } }),
  },
  invalid: {
    'not chosen': distribution(),
  },
}
