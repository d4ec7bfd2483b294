import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { behavior, cachePolicy, distribution, managed } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    cached: distribution({ CacheBehaviors: [behavior('*.css', 'web')] }),
    'an API': distribution({
      CacheBehaviors: [behavior('/api/*', 'web', { CachePolicyId: managed.cachingDisabled })],
    }),
    uploads: distribution({
      CacheBehaviors: [
        behavior('/images/*', 'web', {
          CachePolicyId: managed.cachingDisabled,
          AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'] },
        }),
      ],
    }),
    'a policy of the account': distribution({
      CacheBehaviors: [behavior('*.js', 'web', { CachePolicyId: '11111111-2222-3333-4444-555555555555' })],
    }),
  },
  invalid: {
    uncached: distribution({
      CacheBehaviors: [behavior('*.jpg', 'web', { CachePolicyId: managed.cachingDisabled })],
    }),
    'a folder': distribution({
      CacheBehaviors: [behavior('/static/*', 'web', { CachePolicyId: managed.cachingDisabled })],
    }),
    'every query string': distribution(
      { CacheBehaviors: [behavior('*.png', 'web', { CachePolicyId: { ref: 'All' } })] },
      { All: cachePolicy({}, { QueryStringsConfig: { QueryStringBehavior: 'all' } }) },
    ),
    'legacy settings': distribution({
      CacheBehaviors: [
        {
          key: 'css',
          PathPattern: '*.css',
          TargetOriginId: 'web',
          ViewerProtocolPolicy: 'redirect-to-https',
          ForwardedValues: { QueryString: true, Cookies: { Forward: 'all' } },
        },
      ],
    }),
  },
}
