import type { DesignDocument, Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

/** So many distributions that use one and the same. */
const many = (count: number): DesignDocument => ({
  ...distribution(),
  resources: Object.fromEntries(
    Array.from({ length: count }, (_, index): [string, Resource] => [
      `Site${index}`,
      {
        type: 'Distribution',
        config: { DefaultCacheBehavior: { OriginRequestPolicyId: { ref: 'Policy' } } },
      },
    ]),
  ),
})

export const examples: RuleExamples = {
  valid: {
    one: many(1),
  },
  invalid: {
    'too many': many(101),
  },
}
