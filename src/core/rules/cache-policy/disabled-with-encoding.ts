import { resourcesOf } from '#core/model/distribution.ts'
import { combine, setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { isCachingDisabled, policyTtls } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
export const cachePolicyDisabledWithEncoding = defineRule({
  id: 'cache-policy/disabled-with-encoding',
  severity: 'error',
  sees: 'shared',
  summary: 'A policy that disables caching has an encoding in its key.',
  why: 'With all TTLs 0 nothing is cached and nothing compressed; CloudFront refuses EnableAcceptEncoding flags there.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cache-key-create-cache-policy.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'CachePolicy')) {
      const parameters = known(config.ParametersInCacheKeyAndForwardedToOrigin)
      const at = [...path, 'ParametersInCacheKeyAndForwardedToOrigin']

      const ttls = policyTtls(config)
      if (!ttls || !isCachingDisabled(ttls) || !parameters) continue
      const flags = (['EnableAcceptEncodingGzip', 'EnableAcceptEncodingBrotli'] as const).filter(
        (flag) => known(parameters[flag]) === true,
      )
      if (flags.length === 0) continue
      yield {
        path: [...at, flags[0] ?? ''],
        message: `“${id}” disables caching and has ${flags.join(' and ')}, which CloudFront refuses; set them to false.`,
        fix: combine(
          'Turn gzip and Brotli off',
          flags.map((flag) => setAt([...at, flag], false)),
        ),
      }
    }
  },
})
