import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const prefixed = (Prefix: string, Enabled = true): DesignDocument =>
  distribution({
    Logging: { Enabled, IncludeCookies: false, Bucket: 'example-logs.s3.amazonaws.com', Prefix },
  })

export const examples: RuleExamples = {
  valid: {
    'a folder': prefixed('cdn/'),
    'two folders': prefixed('cdn/site/'),
    none: prefixed(''),
    'CloudFront ends it': prefixed('cdn'),
    'one letter': prefixed('a/'),
    'switched off': prefixed('/cdn', false),
  },
  invalid: {
    'at its beginning': prefixed('/cdn/'),
    both: prefixed('/cdn'),
    alone: prefixed('/'),
  },
}
