import { known } from '#core/model/field.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import { effectiveTtls, isCachingDisabled } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorCompressNoEncoding = defineRule({
  id: 'behavior/compress-no-encoding',
  severity: 'warning',
  sees: 'behavior',
  summary: 'Compression is on, but the cache policy turns it off.',
  why: 'CloudFront compresses only when the cache policy enables gzip or Brotli.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html',
  code: null,
  shows: {
    request: { url: '/', headers: { 'Accept-Encoding': 'gzip' } },
    answer: { status: 200, headers: { 'content-length': '2000' }, body: 'x'.repeat(2000) },
    outcome: { headers: { 'content-encoding': null } },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const policy = policyBehind(document, 'CachePolicy', placed.behavior.CachePolicyId)
      const ttls = effectiveTtls(document, placed.behavior)
      const parameters = known(policy?.ParametersInCacheKeyAndForwardedToOrigin)
      if (known(placed.behavior.Compress) !== true || !parameters || !ttls || isCachingDisabled(ttls))
        continue
      if (known(parameters.EnableAcceptEncodingGzip) !== false) continue
      if (
        parameters.EnableAcceptEncodingBrotli !== undefined &&
        known(parameters.EnableAcceptEncodingBrotli) !== false
      )
        continue
      yield {
        path: [...placed.path, 'Compress'],
        message: `${behaviorName(placed)} should compress, but its cache policy enables neither gzip nor Brotli, so nothing is compressed; enable them in the policy or attach CachingOptimized.`,
      }
    }
  },
})
