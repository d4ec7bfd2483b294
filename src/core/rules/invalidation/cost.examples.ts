import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const invalidating = (invalidate: string[]): DesignDocument => ({
  ...distribution(),
  scenarios: [{ name: 'after a release', steps: [{ invalidate }] }],
})

export const examples: RuleExamples = {
  valid: {
    one: invalidating(['/*']),
  },
  invalid: {
    'everything and more': invalidating(['/*', '/index.html']),
    many: invalidating(Array.from({ length: 1001 }, (_, index) => `/${index}`)),
  },
}
