import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { takesWrites } from '#core/rules/lookup/behavior-traits.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorRedirectWriteMethods = defineRule({
  id: 'behavior/redirect-write-methods',
  severity: 'info',
  sees: 'behavior',
  profiles: ['recommended'],
  summary: 'A behavior that takes writes redirects HTTP, which loses the body.',
  why: 'On a redirect GET and HEAD get a 301 and other methods a 307, or a 403 on HTTP/1.0; by then the first body has crossed in clear text.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      if (known(behavior.ViewerProtocolPolicy) !== 'redirect-to-https' || !takesWrites(behavior)) continue
      const field = [...path, 'ViewerProtocolPolicy']
      yield {
        path: field,
        message: `${behaviorName(placed)} redirects writes that come by HTTP after their body has crossed in clear text; use “https-only” for an API.`,
        suggestions: [setAt(field, 'https-only', 'Use https-only')],
      }
    }
  },
})
