import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/walk.ts'

export const costNoCompress = defineRule({
  id: 'cost/no-compress',
  severity: 'info',
  summary: 'Text is compressed.',
  why: 'Without Compress viewers get more bytes, which take longer and cost more.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (behavior.Compress !== undefined && known(behavior.Compress) !== false) continue
      yield {
        path: [...path, 'Compress'],
        message: `Nothing is compressed in ${behaviorName(placed)}; enable it where text is served.`,
        fix: setAt([...path, 'Compress'], true, 'Compress'),
      }
    }
  },
})
