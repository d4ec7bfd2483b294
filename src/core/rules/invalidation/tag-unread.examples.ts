import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const invalidating = (invalidate: string[], config = {}): DesignDocument => ({
  ...distribution(config),
  scenarios: [{ name: 'after a release', steps: [{ invalidate }] }],
})

export const examples: RuleExamples = {
  valid: {
    'read from a header': invalidating(['#a'], { CacheTagConfig: { HeaderName: 'cache-tag' } }),
    'a path': invalidating(['/a']),
  },
  invalid: {
    'no CacheTagConfig': invalidating(['#a']),
  },
}
