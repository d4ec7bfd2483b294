import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { effectiveTtls } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorCompressCachingDisabled = defineRule({
  id: 'behavior/compress-caching-disabled',
  severity: 'info',
  sees: 'behavior',
  summary: 'Compression is on where CloudFront cannot compress.',
  why: 'CloudFront compresses what it may cache, so with caching disabled Compress does nothing.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html',
  code: null,
  shows: {
    request: { url: '/', headers: { 'Accept-Encoding': 'gzip' } },
    answer: { status: 200, headers: { 'content-length': '2000' }, body: 'x'.repeat(2000) },
    outcome: { headers: { 'content-encoding': null } },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const ttls = effectiveTtls(document, behavior)
      if (known(behavior.Compress) !== true || behavior.CachePolicyId === undefined || ttls?.max !== 0)
        continue
      const field = [...path, 'Compress']
      yield {
        path: field,
        message: `${behaviorName(placed)} asks for compression and caches nothing, so CloudFront does not compress; let the origin compress.`,
        fix: setAt(field, false, 'Switch compression off'),
      }
    }
  },
})
