import { behaviorsOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { forwardedNames, keyedNames, reachesOrigin } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachOrigin, originsBehind } from '#core/rules/lookup/walk.ts'

export const securityPublicHttpOriginWithCookies = defineRule({
  id: 'security/public-http-origin-with-cookies',
  covers: ['origin/protocol-http-only'],
  severity: 'warning',
  profiles: ['security'],
  summary: 'Session cookies go to the origin over plain HTTP.',
  why: 'Cookies and Authorization headers that CloudFront forwards over HTTP can be read on the way to the server, although the viewer came over HTTPS.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html',
  code: null,
  alsoKnownAs: ['Security Hub CloudFront.9'],
  shows: {
    request: { url: '/', headers: { cookie: 'session=1' } },
    outcome: { originRequests: [{ protocol: 'http', headers: { cookie: 'session=1' } }] },
  },

  *check({ document }) {
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      const kind = originKindOf(document, origin)?.id
      const policy = known(known(origin.CustomOriginConfig)?.OriginProtocolPolicy)
      if (policy !== 'http-only' || kind === undefined || kind === 's3-website') continue
      for (const placed of behaviorsOf(distribution)) {
        const { behavior } = placed
        if (!originsBehind({ distribution, behavior }).some(({ value }) => value.Id === origin.Id)) continue
        const hasCookies = [keyedNames, forwardedNames].some((namesOf) => {
          const set = namesOf(document, behavior, 'cookies')
          return set !== undefined && set.how !== 'none'
        })
        if (!hasCookies && reachesOrigin(document, behavior, 'Authorization') !== true) continue
        const field = [...path, 'CustomOriginConfig', 'OriginProtocolPolicy']
        yield {
          path: field,
          message: `${behaviorName(placed)} forwards ${hasCookies ? 'cookies' : 'the Authorization header'} to “${nameOf(origin.Id)}” over HTTP, where they can be read; use “https-only”.`,
          suggestions: [setAt(field, 'https-only', 'Use HTTPS to the origin')],
        }
        break
      }
    }
  },
})
