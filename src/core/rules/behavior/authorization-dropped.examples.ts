import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, distribution, managed } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    forwarded: distribution({
      CacheBehaviors: [
        behavior('/api/*', 'web', {
          AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'] },
          CachePolicyId: managed.cachingDisabled,
          OriginRequestPolicyId: managed.allViewerExceptHostHeader,
        }),
      ],
    }),
  },
  invalid: {
    dropped: distribution({
      CacheBehaviors: [
        behavior('/api/*', 'web', {
          AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'] },
        }),
      ],
    }),
  },
}
