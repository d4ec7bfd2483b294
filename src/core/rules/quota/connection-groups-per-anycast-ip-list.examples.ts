import type { DesignDocument, Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const groups = (count: number): DesignDocument => ({
  ...distribution(),
  resources: Object.fromEntries(
    Array.from({ length: count }, (_, index): [string, Resource] => [
      `Group${index}`,
      { type: 'ConnectionGroup', config: { AnycastIpListId: { ref: 'List' } } },
    ]),
  ),
})

export const examples: RuleExamples = {
  valid: {
    one: groups(1),
  },
  invalid: {
    six: groups(6),
  },
}
