import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution, managed } from '#fixtures/build.ts'

const to = (more: Parameters<typeof defaultBehavior>[1] = {}) =>
  distribution({
    Origins: [customOrigin('live', { DomainName: 'abc.appsync-realtime-api.eu-west-1.amazonaws.com' })],
    DefaultCacheBehavior: defaultBehavior('live', { CachePolicyId: managed.cachingDisabled, ...more }),
  })

export const examples: RuleExamples = {
  valid: { 'all of the viewer’s': to({ OriginRequestPolicyId: managed.allViewerExceptHostHeader }) },
  invalid: { 'no policy': to() },
}
