import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution, managed } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    both: distribution({
      DefaultCacheBehavior: defaultBehavior('web', { OriginRequestPolicyId: managed.allViewer }),
    }),
  },
  invalid: {
    alone: distribution({
      DefaultCacheBehavior: {
        TargetOriginId: 'web',
        ViewerProtocolPolicy: 'https-only',
        ForwardedValues: { QueryString: false },
        OriginRequestPolicyId: managed.allViewer,
      },
    }),
  },
}
