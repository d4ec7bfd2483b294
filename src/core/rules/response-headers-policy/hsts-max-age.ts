import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isExpression, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const responseHeadersPolicyHstsMaxAge = defineRule({
  id: 'response-headers-policy/hsts-max-age',
  severity: 'error',
  sees: 'shared',
  summary: 'Strict-Transport-Security has a max-age that is not valid or too short.',
  why: 'Without a maximum age HSTS is refused; preload lists ask for a year and for subdomains.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyStrictTransportSecurity.html',
  code: 'InvalidArgument',
  alsoKnownAs: ['CKV_AWS_259'],

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ResponseHeadersPolicy')) {
      const security = known(config.SecurityHeadersConfig)
      if (!security) continue
      const at = [...path, 'SecurityHeadersConfig']
      const hsts = known(security.StrictTransportSecurity)
      if (!hsts || isExpression(hsts.AccessControlMaxAgeSec)) continue
      const age = hsts.AccessControlMaxAgeSec
      const field = [...at, 'StrictTransportSecurity', 'AccessControlMaxAgeSec']
      const isBroken = age === undefined || age < 0
      const isShort = known(hsts.Preload) === true && (isBroken || age < 31_536_000)
      if (isBroken || isShort)
        yield {
          path: field,
          severity: isBroken ? 'error' : 'warning',
          message: `HSTS of “${id}” lasts ${age ?? 'no'} seconds, which ${isBroken ? 'CloudFront refuses' : 'preload lists do not take'}; use 31536000.`,
          fix: setAt(field, 31_536_000, 'Use a year'),
        }
      if (
        known(hsts.Preload) === true &&
        (hsts.IncludeSubdomains === undefined || known(hsts.IncludeSubdomains) === false)
      )
        yield {
          path: [...at, 'StrictTransportSecurity', 'IncludeSubdomains'],
          severity: 'warning',
          message: `HSTS of “${id}” asks for preload without subdomains, which preload lists do not take; include them.`,
          suggestions: [
            setAt([...at, 'StrictTransportSecurity', 'IncludeSubdomains'], true, 'Include subdomains'),
          ],
        }
    }
  },
})
