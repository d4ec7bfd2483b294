import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, cachePolicy, distribution } from '#fixtures/build.ts'

const keyed = (QueryStringBehavior: 'none' | 'all') =>
  distribution(
    { CacheBehaviors: [behavior('*.m4s', 'web', { CachePolicyId: { ref: 'Segments' } })] },
    {
      Segments: cachePolicy({}, { QueryStringsConfig: { QueryStringBehavior } }),
    },
  )

export const examples: RuleExamples = {
  valid: { 'none in the key': keyed('none') },
  invalid: { 'all in the key': keyed('all') },
}
