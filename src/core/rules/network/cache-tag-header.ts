import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import { isUnknown, isWhollyKnown, known, knownItems } from '#core/model/field.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName } from '#core/rules/lookup/walk.ts'

export const networkCacheTagHeader = defineRule({
  id: 'network/cache-tag-header',
  severity: 'error',
  summary: 'The cache tag header is not one that CloudFront accepts.',
  why: 'CloudFront reads tags from the response header of this name, which has to be a valid one. Viewers get the header too, unless a response headers policy removes it.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-by-tags.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const { id, config, path } = distribution
      const name = known(known(config.CacheTagConfig)?.HeaderName)
      if (name === undefined) continue
      const field = [...path, 'CacheTagConfig', 'HeaderName']
      if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) {
        yield {
          path: field,
          message: `“${name}” is not a header name, so CloudFront refuses “${id}”; name the response header that carries the tags.`,
        }
        continue
      }
      const shown = behaviorsOf(distribution).find(({ behavior }) => {
        const reference = behavior.ResponseHeadersPolicyId
        if (reference === undefined || reference === '') return true
        const policy = policyBehind(document, 'ResponseHeadersPolicy', reference)
        return (
          policy !== undefined &&
          isWhollyKnown(policy.RemoveHeadersConfig) &&
          !knownItems(policy.RemoveHeadersConfig).some(
            (item) => isUnknown(item.Header) || known(item.Header)?.toLowerCase() === name.toLowerCase(),
          )
        )
      })
      if (shown)
        yield {
          path: field,
          message: `Viewers of ${behaviorName(shown)} see the cache tags in “${name}”; remove the header in a response headers policy.`,
          severity: 'warning',
        }
    }
  },
})
