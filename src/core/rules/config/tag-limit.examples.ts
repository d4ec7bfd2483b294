import type { DesignDocument, Tag } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const withTags = (tags: readonly Tag[]): DesignDocument => ({
  ...distribution(),
  resources: { Site: { type: 'Distribution', config: { Enabled: true, Comment: '' }, tags } },
})

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'a reserved key': withTags([{ Key: 'aws:name', Value: 'a' }]),
    'too many': withTags(Array.from({ length: 51 }, (_, index) => ({ Key: `k${index}`, Value: '' }))),
  },
}
