import { defineRule } from '#core/rules/harness/rule.ts'
import { eachLambda } from '#core/rules/lookup/edge-functions.ts'
import { behaviorName } from '#core/rules/lookup/walk.ts'

export const lambdaEdgeIncludeBodyTruncation = defineRule({
  id: 'lambda-edge/include-body-truncation',
  severity: 'info',
  sees: 'behavior',
  summary: 'A function may get a body that was cut off.',
  why: 'Lambda@Edge is shown at most 40 KB of a body on viewer events and 1 MB on origin events; what it puts in its place has the same limit (53.2 KB and 1.33 MB in base64).',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
  code: null,

  *check({ document }) {
    for (const { placed, item, event, path } of eachLambda(document)) {
      if (item.IncludeBody !== true || (event !== 'viewer-request' && event !== 'origin-request')) continue
      yield {
        path: [...path, 'IncludeBody'],
        message: `The function on “${event}” of ${behaviorName(placed)} is shown at most ${event === 'viewer-request' ? '40 KB' : '1 MB'} of a body, and inputTruncated where there was more; do not replace such a body.`,
      }
    }
  },
})
