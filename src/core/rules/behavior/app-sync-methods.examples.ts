import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution, managed } from '#fixtures/build.ts'

const all = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE'] as const
const to = (host: string, more: Parameters<typeof defaultBehavior>[1] = {}) =>
  distribution({
    Origins: [customOrigin('graphql', { DomainName: `abc.${host}.eu-west-1.amazonaws.com` })],
    DefaultCacheBehavior: defaultBehavior('graphql', { CachePolicyId: managed.cachingDisabled, ...more }),
  })

export const examples: RuleExamples = {
  valid: {
    'all methods': to('appsync-api', { AllowedMethods: { Items: [...all], CachedMethods: ['GET', 'HEAD'] } }),
  },
  invalid: {
    'GET and HEAD, by default': to('appsync-api'),
    'OPTIONS beside them': to('appsync-api', {
      AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS'], CachedMethods: ['GET', 'HEAD'] },
    }),
  },
}
