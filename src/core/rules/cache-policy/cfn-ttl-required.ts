import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const cachePolicyCfnTtlRequired = defineRule({
  id: 'cache-policy/cfn-ttl-required',
  severity: 'error',
  sees: 'shared',
  summary: 'CloudFormation needs all three TTLs of a cache policy.',
  why: 'In CloudFormation MinTTL, DefaultTTL, MaxTTL and ParametersInCacheKeyAndForwardedToOrigin are required.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cloudfront-cachepolicy-cachepolicyconfig.html',
  code: null,
  alsoKnownAs: ['cfn-lint E3003'],

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'CachePolicy')) {
      if (!document.source?.format.startsWith('cloudformation')) continue
      for (const [field, value] of [
        ['MinTTL', 0],
        ['DefaultTTL', 86_400],
        ['MaxTTL', 31_536_000],
      ] as const) {
        if (config[field] !== undefined) continue
        yield {
          path: [...path, field],
          message: `CloudFormation refuses “${id}” without ${field}; add it.`,
          fix: setAt([...path, field], value, `Set ${field} to ${value}`),
        }
      }
      if (config.ParametersInCacheKeyAndForwardedToOrigin === undefined)
        yield {
          path: [...path, 'ParametersInCacheKeyAndForwardedToOrigin'],
          message: `CloudFormation refuses “${id}” without ParametersInCacheKeyAndForwardedToOrigin; add it.`,
        }
    }
  },
})
