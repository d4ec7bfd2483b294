import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    redirects: distribution(),
    'https only': distribution({
      CacheBehaviors: [behavior('/a/*', 'web', { ViewerProtocolPolicy: 'https-only' })],
    }),
  },
  invalid: {
    'plain HTTP': distribution({
      CacheBehaviors: [behavior('/a/*', 'web', { ViewerProtocolPolicy: 'allow-all' })],
    }),
  },
}
