import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    bucket: distribution({
      Logging: { Enabled: true, IncludeCookies: false, Bucket: 'example-logs.s3.amazonaws.com', Prefix: '' },
    }),
    off: distribution({ Logging: { Enabled: false, IncludeCookies: false, Bucket: '', Prefix: '' } }),
    'without a switch, as in a template': distribution({ Logging: { IncludeCookies: false } }),
  },
  invalid: {
    none: distribution({ Logging: { Enabled: true, IncludeCookies: false, Bucket: '', Prefix: '' } }),
    'no field': distribution({ Logging: { Enabled: true } }),
  },
}
