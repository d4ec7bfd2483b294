import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const invalidating = (invalidate: string[]): DesignDocument => ({
  ...distribution({ CacheTagConfig: { HeaderName: 'cache-tag' } }),
  scenarios: [{ name: 'after a release', steps: [{ invalidate }] }],
})

export const examples: RuleExamples = {
  valid: {
    tags: invalidating(['#product:tv', '#a']),
  },
  invalid: {
    'a comma': invalidating(['#a,b']),
    empty: invalidating(['#']),
    long: invalidating([`#${'a'.repeat(257)}`]),
    'a wildcard': invalidating(['#product:*']),
  },
}
