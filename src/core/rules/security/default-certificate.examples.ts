import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { certificateArn, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'tenants have their own': distribution({ ConnectionMode: 'tenant-only' }),
    own: distribution({ ViewerCertificate: { ACMCertificateArn: certificateArn() } }),
  },
  invalid: {
    default: distribution(),
  },
}
