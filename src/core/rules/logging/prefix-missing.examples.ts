import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { distribution } from '#fixtures/build.ts'

const source = { format: 'distribution-config', text: '' }
const Bucket = 'example-logs.s3.amazonaws.com'

export const examples: RuleExamples = {
  valid: {
    empty: {
      ...distribution({ Logging: { Enabled: true, IncludeCookies: false, Bucket, Prefix: '' } }),
      source,
    },
    off: { ...distribution({ Logging: { Enabled: false, IncludeCookies: false, Bucket: '' } }), source },
    'a template': distribution({ Logging: { Bucket } }),
  },
  invalid: {
    none: { ...distribution({ Logging: { Enabled: true, IncludeCookies: false, Bucket } }), source },
  },
}
