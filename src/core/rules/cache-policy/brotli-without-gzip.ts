import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const cachePolicyBrotliWithoutGzip = defineRule({
  id: 'cache-policy/brotli-without-gzip',
  severity: 'info',
  sees: 'shared',
  profiles: ['cost'],
  summary: 'Brotli is on without gzip.',
  why: 'Viewers without Brotli get nothing compressed when gzip is off.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'CachePolicy')) {
      const parameters = known(config.ParametersInCacheKeyAndForwardedToOrigin)
      if (!parameters) continue
      const at = [...path, 'ParametersInCacheKeyAndForwardedToOrigin']
      if (
        known(parameters.EnableAcceptEncodingBrotli) !== true ||
        (parameters.EnableAcceptEncodingGzip !== undefined &&
          known(parameters.EnableAcceptEncodingGzip) !== false)
      )
        continue
      const field = [...at, 'EnableAcceptEncodingGzip']
      yield {
        path: field,
        message: `“${id}” has Brotli and no gzip, so viewers that know gzip only get nothing compressed; enable both.`,
        fix: setAt(field, true, 'Enable gzip'),
      }
    }
  },
})
