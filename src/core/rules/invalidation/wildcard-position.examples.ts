import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const invalidating = (invalidate: string[]): DesignDocument => ({
  ...distribution(),
  scenarios: [{ name: 'after a release', steps: [{ invalidate }] }],
})

export const examples: RuleExamples = {
  valid: {
    'at the end': invalidating(['/img/*', '/index.html']),
  },
  invalid: {
    inside: invalidating(['/img/*.jpg']),
    two: invalidating(['/*/img/*']),
  },
}
