import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorSmoothStreamingLegacy = defineRule({
  id: 'behavior/smooth-streaming-legacy',
  severity: 'info',
  sees: 'behavior',
  summary: 'A behavior uses Smooth Streaming, which is obsolete.',
  why: 'Microsoft Smooth Streaming is a format of the past that current players do not speak.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/on-demand-video.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (known(behavior.SmoothStreaming) !== true) continue
      const field = [...path, 'SmoothStreaming']
      yield {
        path: field,
        message: `${behaviorName(placed)} serves Microsoft Smooth Streaming, which current players do not speak; use HLS or DASH.`,
        suggestions: [setAt(field, false, 'Switch Smooth Streaming off')],
      }
    }
  },
})
