import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const tagged = (count: number): DesignDocument => ({
  ...distribution(),
  resources: {
    Site: {
      type: 'Distribution',
      config: {},
      tags: Array.from({ length: count }, (_, index) => ({ Key: `k${index}`, Value: 'v' })),
    },
  },
})

export const examples: RuleExamples = {
  valid: {
    none: distribution(),
  },
  invalid: {
    'too many': tagged(51),
  },
}
