import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { mediaOf } from '#core/model/media.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isBucketBehind } from '#core/rules/lookup/behavior-traits.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const mediaSmoothOff = defineRule({
  id: 'media/smooth-off',
  severity: 'warning',
  summary: 'Smooth Streaming files come from a bucket, and Smooth Streaming is off.',
  why: 'A player asks for fragments of a Smooth Streaming file that exist only inside of it. A bucket cannot cut them out: either CloudFront does, with Smooth Streaming on, or a server does.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/on-demand-video.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, distribution, path } = placed
      if (mediaOf(distribution, behavior)?.format !== 'Smooth Streaming') continue
      if (behavior.SmoothStreaming !== undefined && known(behavior.SmoothStreaming) !== false) continue
      if (!isBucketBehind(document, placed)) continue
      const field = [...path, 'SmoothStreaming']
      yield {
        path: field,
        message: `${behaviorName(placed)} serves Smooth Streaming from a bucket, which has no fragments to give; switch Smooth Streaming on, or publish HLS or DASH instead.`,
        suggestions: [setAt(field, true, 'Switch Smooth Streaming on')],
      }
    }
  },
})
