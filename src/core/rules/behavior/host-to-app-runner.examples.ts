import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution, managed } from '#fixtures/build.ts'

const to = (OriginRequestPolicyId: string) =>
  distribution({
    Origins: [customOrigin('app', { DomainName: 'psbqam834h.eu-west-1.awsapprunner.com' })],
    DefaultCacheBehavior: defaultBehavior('app', {
      CachePolicyId: managed.cachingDisabled,
      OriginRequestPolicyId,
    }),
  })

export const examples: RuleExamples = {
  valid: { 'all but Host': to(managed.allViewerExceptHostHeader) },
  invalid: { sent: to(managed.allViewer) },
}
