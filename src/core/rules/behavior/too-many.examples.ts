import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    few: distribution(),
  },
  invalid: {
    '76': distribution({
      CacheBehaviors: Array.from({ length: 76 }, (_, number) => behavior(`/${number}/*`, 'web')),
    }),
  },
}
