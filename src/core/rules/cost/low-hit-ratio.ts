import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { effectiveTtls, isCachingDisabled } from '#core/model/referenced-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { takesWrites } from '#core/rules/lookup/behavior-traits.ts'
import { keyedNames } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

const isStatic = (pattern: string) =>
  /\.(m?js|css|map|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|otf|eot|mp4|webm|mp3|pdf|wasm)$/i.test(
    pattern,
  ) || /(^|\/)(static|assets|images|fonts)\/\*?$/i.test(pattern)

export const costLowHitRatio = defineRule({
  id: 'cost/low-hit-ratio',
  severity: 'info',
  sees: 'behavior',
  profiles: ['recommended', 'cost'],
  summary: 'Static files are not cached.',
  why: 'Images, scripts and styles are the same for everyone. Uncached, or keyed by every query string or cookie, each view is a request to the origin that viewers wait for and that is paid twice.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cache-hit-ratio.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const pattern = known(behavior.PathPattern)
      if (pattern === undefined || !isStatic(pattern) || takesWrites(behavior)) continue
      const ttls = effectiveTtls(document, behavior)
      const isUncached = ttls !== undefined && isCachingDisabled(ttls)
      const all = (['query strings', 'cookies'] as const).filter(
        (noun) => keyedNames(document, behavior, noun)?.how === 'all',
      )
      if (!isUncached && all.length === 0) continue
      const field = [...path, behavior.CachePolicyId === undefined ? 'ForwardedValues' : 'CachePolicyId']
      yield {
        path: field,
        message: isUncached
          ? `${behaviorName(placed)} serves files and caches nothing, so each view is a request to the origin; use the managed CachingOptimized.`
          : `${behaviorName(placed)} serves files and keeps one copy for each combination of ${all.join(' and ')}; use the managed CachingOptimized.`,
        ...(behavior.CachePolicyId !== undefined && {
          suggestions: [setAt(field, '658327ea-f89d-4fab-a63d-7e88639e58f6', 'Use CachingOptimized')],
        }),
      }
    }
  },
})
