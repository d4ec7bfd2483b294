import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'specific first': distribution({
      CacheBehaviors: [behavior('/img/*.png', 'web'), behavior('/img/*', 'web')],
    }),
  },
  invalid: {
    'general first': distribution({
      CacheBehaviors: [behavior('/img/*', 'web'), behavior('/img/*.png', 'web')],
    }),
  },
}
