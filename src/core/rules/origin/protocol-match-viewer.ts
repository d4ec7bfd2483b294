import { behaviorsOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachOrigin, originsBehind } from '#core/rules/lookup/walk.ts'

export const originProtocolMatchViewer = defineRule({
  id: 'origin/protocol-match-viewer',
  severity: 'warning',
  profiles: ['security'],
  summary: 'CloudFront calls the origin over plain HTTP whenever the viewer did.',
  why: 'With match-viewer a viewer’s plain HTTP request goes on in clear text, and one cached object serves both schemes.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html',
  code: null,
  alsoKnownAs: ['Security Hub CloudFront.9'],
  shows: {
    request: { url: 'http://d111111abcdef8.cloudfront.net/' },
    outcome: { originRequests: [{ protocol: 'http' }] },
  },

  *check({ document }) {
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      if (known(known(origin.CustomOriginConfig)?.OriginProtocolPolicy) !== 'match-viewer') continue
      const id = known(origin.Id)
      const plain = behaviorsOf(distribution).find(
        ({ behavior }) =>
          known(behavior.ViewerProtocolPolicy) === 'allow-all' &&
          originsBehind({ distribution, behavior }).some(({ value }) => value.Id === id),
      )
      if (!plain) continue
      const field = [...path, 'CustomOriginConfig', 'OriginProtocolPolicy']
      yield {
        path: field,
        message: `The origin “${nameOf(origin.Id)}” is asked as the viewer asks, and ${behaviorName(plain)} allows HTTP, so requests cross in clear text; use “https-only”.`,
        suggestions: [setAt(field, 'https-only', 'Use https-only')],
      }
    }
  },
})
