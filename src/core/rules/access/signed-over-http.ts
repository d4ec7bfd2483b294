import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isSigned } from '#core/rules/lookup/signed.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const accessSignedOverHttp = defineRule({
  id: 'access/signed-over-http',
  covers: ['behavior/viewer-http-allowed'],
  severity: 'warning',
  sees: 'behavior',
  profiles: ['security'],
  summary: 'Signed content is served over plain HTTP.',
  why: 'With allow-all anyone on the way can read a signed URL and use it.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PrivateContent.html',
  code: null,
  shows: { request: { url: 'http://d111111abcdef8.cloudfront.net/' }, outcome: { status: 403 } },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (!isSigned(behavior) || known(behavior.ViewerProtocolPolicy) !== 'allow-all') continue
      yield {
        path: [...path, 'ViewerProtocolPolicy'],
        message: `Signed URLs of ${behaviorName(placed)} can be read on the way; use “redirect-to-https”.`,
        suggestions: [
          setAt([...path, 'ViewerProtocolPolicy'], 'redirect-to-https', 'Redirect HTTP to HTTPS'),
        ],
      }
    }
  },
})
