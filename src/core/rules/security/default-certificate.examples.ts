import type { RuleExamples } from '#core/rules/examples.ts'
import { certificateArn, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    own: distribution({ ViewerCertificate: { ACMCertificateArn: certificateArn() } }),
  },
  invalid: {
    default: distribution(),
  },
}
