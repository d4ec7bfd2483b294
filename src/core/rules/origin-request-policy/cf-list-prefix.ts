import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { withoutHeader } from '#core/rules/lookup/without-listed.ts'

export const originRequestPolicyCfListPrefix = defineRule({
  id: 'origin-request-policy/cf-list-prefix',
  severity: 'error',
  sees: 'shared',
  summary: "A header beside all viewer headers is not one of CloudFront's.",
  why: 'With allViewerAndWhitelistCloudFront the list may hold CloudFront- headers only.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginRequestPolicyHeadersConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path } of resourcesOf(document, 'OriginRequestPolicy')) {
      const headers = known(config.HeadersConfig)
      if (known(headers?.HeaderBehavior) !== 'allViewerAndWhitelistCloudFront') continue
      for (const [index, item] of (headers?.Headers ?? []).entries()) {
        const name = known(item)
        if (name === undefined || /^cloudfront-/i.test(name)) continue
        const selection = [...path, 'HeadersConfig']
        yield {
          path: [...selection, 'Headers', index],
          message: `“${name}” is not a header of CloudFront's, so it is refused beside all viewer headers, which contain it; remove it.`,
          fix: withoutHeader(selection, headers ?? {}, index, `Remove “${name}”`),
        }
      }
    }
  },
})
