import { setAt } from '#core/model/edit.ts'
import { known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isBucketBehind } from '#core/rules/lookup/behavior-traits.ts'
import { holds, keyedNames } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

const preflight = ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers']

export const behaviorS3CorsOptionsCached = defineRule({
  id: 'behavior/s3-cors-options-cached',
  severity: 'warning',
  sees: 'behavior',
  summary: 'Cached preflight answers are shared between origins.',
  why: 'S3 answers OPTIONS by Origin and the Access-Control-Request headers; without them in the key one answer serves all.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachedMethods.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const cached: readonly string[] = knownItems(known(behavior.AllowedMethods)?.CachedMethods)
      if (!cached.includes('OPTIONS') || !isBucketBehind(document, placed)) continue
      const keyed = keyedNames(document, behavior, 'headers')
      if (!keyed || preflight.every((name) => holds(keyed, name))) continue
      yield {
        path: [...path, 'AllowedMethods', 'CachedMethods'],
        message: `${behaviorName(placed)} caches OPTIONS from a bucket without ${preflight.join(', ')} in the key, so one preflight answer serves all; key them or do not cache OPTIONS.`,
        suggestions: [
          setAt([...path, 'AllowedMethods', 'CachedMethods'], ['GET', 'HEAD'], 'Cache GET and HEAD only'),
        ],
      }
    }
  },
})
