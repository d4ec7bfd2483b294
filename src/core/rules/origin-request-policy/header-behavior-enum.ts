import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const originRequestPolicyHeaderBehaviorEnum = defineRule({
  id: 'origin-request-policy/header-behavior-enum',
  severity: 'error',
  sees: 'shared',
  summary: 'HeaderBehavior has an unknown value.',
  why: 'A cache policy selects headers by name or not at all; an origin request policy has more ways.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginRequestPolicyHeadersConfig.html',
  code: 'InvalidArgument',
  alsoKnownAs: ['cfn-lint E3031'],

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginRequestPolicy')) {
      const how = known(known(config.HeadersConfig)?.HeaderBehavior)
      if (
        how === undefined ||
        ['none', 'whitelist', 'allViewer', 'allViewerAndWhitelistCloudFront', 'allExcept'].includes(how)
      )
        continue
      yield {
        path: [...path, 'HeadersConfig', 'HeaderBehavior'],
        message: `“${how}” is not a HeaderBehavior of this kind of policy, so CloudFront refuses “${id}”; use none or whitelist or allViewer or allViewerAndWhitelistCloudFront or allExcept.`,
      }
    }
  },
})
