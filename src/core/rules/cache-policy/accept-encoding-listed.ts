import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { withoutHeader } from '#core/rules/lookup/without-listed.ts'

export const cachePolicyAcceptEncodingListed = defineRule({
  id: 'cache-policy/accept-encoding-listed',
  severity: 'error',
  sees: 'shared',
  summary: 'The cache policy lists Accept-Encoding by name.',
  why: 'The EnableAcceptEncoding flags normalize the header and key it; CloudFront refuses it in the list beside them.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ParametersInCacheKeyAndForwardedToOrigin.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'CachePolicy')) {
      const parameters = known(config.ParametersInCacheKeyAndForwardedToOrigin)
      const at = [...path, 'ParametersInCacheKeyAndForwardedToOrigin']

      if (
        known(parameters?.EnableAcceptEncodingGzip) !== true &&
        known(parameters?.EnableAcceptEncodingBrotli) !== true
      )
        continue
      const headers = known(parameters?.HeadersConfig) ?? {}
      for (const [index, item] of (headers.Headers ?? []).entries()) {
        if (known(item)?.toLowerCase() !== 'accept-encoding') continue
        const selection = [...at, 'HeadersConfig']
        yield {
          path: [...selection, 'Headers', index],
          message: `“${id}” lists Accept-Encoding beside its encoding flags, which CloudFront refuses; remove it from the list.`,
          fix: withoutHeader(selection, headers, index, 'Remove Accept-Encoding'),
        }
      }
    }
  },
})
