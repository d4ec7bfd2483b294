import { resourcesOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

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
      for (const [index, item] of (known(parameters?.HeadersConfig)?.Headers ?? []).entries()) {
        if (known(item)?.toLowerCase() !== 'accept-encoding') continue
        const field = [...at, 'HeadersConfig', 'Headers', index]
        yield {
          path: field,
          message: `“${id}” lists Accept-Encoding beside its encoding flags, which CloudFront refuses; remove it from the list.`,
          fix: removeAt(field, 'Remove Accept-Encoding'),
        }
      }
    }
  },
})
