import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const logged = (IncludeCookies: boolean, Enabled = true): DesignDocument =>
  distribution({
    Logging: { Enabled, IncludeCookies, Bucket: 'example-logs.s3.amazonaws.com', Prefix: '' },
  })

export const examples: RuleExamples = {
  valid: {
    'left out': logged(false),
    'switched off': logged(true, false),
  },
  invalid: {
    included: logged(true),
  },
}
