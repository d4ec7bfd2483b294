import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cachePolicy, defaultBehavior, distribution } from '#fixtures/build.ts'

const using = defaultBehavior('web', { CachePolicyId: { ref: 'Long' } })

export const examples: RuleExamples = {
  valid: { 'a policy of the design': distribution({ DefaultCacheBehavior: using }, { Long: cachePolicy() }) },
  invalid: { 'a policy that was removed': distribution({ DefaultCacheBehavior: using }) },
}
