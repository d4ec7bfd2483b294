import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { withStaging } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'HTTP/2': withStaging(),
    'HTTP/3 alone': distribution(),
  },
  invalid: {
    'a primary': withStaging({ HttpVersion: 'http2and3' }),
    'a staging distribution': withStaging({}, { HttpVersion: 'http3' }),
  },
}
