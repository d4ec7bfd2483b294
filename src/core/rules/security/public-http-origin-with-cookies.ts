import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { originKindOf } from '#core/model/origins/index.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { forwardedNames, keyedNames, reachesOrigin } from '#core/rules/forwarded-names.ts'
import { defineRule } from '#core/rules/rule.ts'
import { behaviorName, eachBehavior, originsBehind } from '#core/rules/walk.ts'

export const securityPublicHttpOriginWithCookies = defineRule({
  id: 'security/public-http-origin-with-cookies',
  severity: 'warning',
  summary: 'Sessions travel encrypted to the origin.',
  why: 'Cookies and Authorization headers that CloudFront forwards over HTTP can be read on the way to the server, although the viewer came over HTTPS.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html',
  code: null,
  alsoKnownAs: ['Security Hub CloudFront.9'],

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior } = placed
      const cookies = [
        keyedNames(document, behavior, 'cookies'),
        forwardedNames(document, behavior, 'cookies'),
      ]
      const hasCookies = cookies.some((set) => set !== undefined && set.how !== 'none')
      if (!hasCookies && reachesOrigin(document, behavior, 'Authorization') !== true) continue
      for (const { value: origin, path } of originsBehind(placed)) {
        const custom = known(origin.CustomOriginConfig)
        const kind = originKindOf(document, origin)?.id
        if (known(custom?.OriginProtocolPolicy) !== 'http-only' || !kind || kind === 's3-website') continue
        const field = [...path, 'CustomOriginConfig', 'OriginProtocolPolicy']
        yield {
          path: field,
          message: `${behaviorName(placed)} forwards ${hasCookies ? 'cookies' : 'the Authorization header'} to “${nameOf(origin.Id)}” over HTTP, where they can be read; use “https-only”.`,
          fix: setAt(field, 'https-only', 'Use HTTPS to the origin'),
        }
      }
    }
  },
})
