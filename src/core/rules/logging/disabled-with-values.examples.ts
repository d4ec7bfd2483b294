import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    empty: distribution({ Logging: { Enabled: false, IncludeCookies: false, Bucket: '', Prefix: '' } }),
    on: distribution({
      Logging: {
        Enabled: true,
        IncludeCookies: false,
        Bucket: 'example-logs.s3.amazonaws.com',
        Prefix: 'cdn/',
      },
    }),
  },
  invalid: {
    bucket: distribution({
      Logging: { Enabled: false, IncludeCookies: false, Bucket: 'example-logs.s3.amazonaws.com', Prefix: '' },
    }),
    prefix: distribution({ Logging: { Enabled: false, IncludeCookies: false, Bucket: '', Prefix: 'cdn/' } }),
  },
}
