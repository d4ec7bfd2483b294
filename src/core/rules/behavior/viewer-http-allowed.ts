import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorViewerHttpAllowed = defineRule({
  id: 'behavior/viewer-http-allowed',
  severity: 'warning',
  sees: 'behavior',
  profiles: ['security'],
  summary: 'Viewers can use plain HTTP.',
  why: 'With allow-all anyone on the way can read and change what viewers send and get.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html',
  code: null,
  alsoKnownAs: ['CKV_AWS_34'],
  shows: { request: { url: 'http://d111111abcdef8.cloudfront.net/a/x' }, outcome: { status: 200 } },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      if (known(placed.behavior.ViewerProtocolPolicy) !== 'allow-all') continue
      const field = [...placed.path, 'ViewerProtocolPolicy']
      yield {
        path: field,
        message: `Viewers may use plain HTTP with ${behaviorName(placed)}; use “redirect-to-https”.`,
        suggestions: [setAt(field, 'redirect-to-https', 'Redirect HTTP to HTTPS')],
      }
    }
  },
})
