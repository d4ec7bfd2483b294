import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const invalidating = (invalidate: string[]): DesignDocument => ({
  ...distribution(),
  scenarios: [{ name: 'after a release', steps: [{ invalidate }] }],
})

export const examples: RuleExamples = {
  valid: {
    'a few': invalidating(['/a/*', '/b/*', '/c']),
  },
  invalid: {
    'sixteen wildcards': invalidating(Array.from({ length: 16 }, (_, index) => `/${index}/*`)),
    '3,001 paths': invalidating(Array.from({ length: 3001 }, (_, index) => `/${index}`)),
  },
}
