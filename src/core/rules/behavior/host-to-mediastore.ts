import { defineRule } from '#core/rules/harness/rule.ts'
import { kindsBehind } from '#core/rules/lookup/behavior-traits.ts'
import { hostForwarding } from '#core/rules/lookup/forwarding.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorHostToMediastore = defineRule({
  id: 'behavior/host-to-mediastore',
  severity: 'error',
  summary: 'MediaStore is not sent the viewer’s Host.',
  why: 'The Host header cannot be in the cache key of a MediaStore origin.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (!kindsBehind(document, placed).some(({ id }) => id === 'media-store')) continue
      const keyed = hostForwarding(document, behavior).find((one) => one.keyed)
      if (!keyed) continue
      yield {
        path: [...path, keyed.field],
        message: `${behaviorName(placed)} has Host in its cache key, which CloudFront refuses for a MediaStore origin; take it out.`,
      }
    }
  },
})
