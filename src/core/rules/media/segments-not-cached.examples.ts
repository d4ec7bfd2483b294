import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution, managed } from '#fixtures/build.ts'

const segments = (CachePolicyId: string) =>
  distribution({ CacheBehaviors: [behavior('*.m4s', 'web', { CachePolicyId })] })

export const examples: RuleExamples = {
  valid: {
    cached: segments(managed.cachingOptimized),
    'code in TypeScript, with no manifest beside it': distribution({
      CacheBehaviors: [behavior('*.ts', 'web', { CachePolicyId: managed.cachingDisabled })],
    }),
  },
  invalid: { CachingDisabled: segments(managed.cachingDisabled) },
}
