import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior } from '#fixtures/build.ts'
import { withStaging } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'the same patterns': withStaging(
      { CacheBehaviors: [behavior('/api/*', 'web'), behavior('/img/*', 'web')] },
      { CacheBehaviors: [behavior('api/*', 'web')] },
    ),
  },
  invalid: {
    'one more': withStaging(
      { CacheBehaviors: [behavior('/api/*', 'web')] },
      { CacheBehaviors: [behavior('/api/*', 'web'), behavior('/new/*', 'web')] },
    ),
  },
}
