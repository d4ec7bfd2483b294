import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { closestTo } from '#core/rules/lookup/closest.ts'

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html, November 2026 */
const headers = [
  'Is-Android-Viewer Is-Desktop-Viewer Is-IOS-Viewer Is-Mobile-Viewer Is-SmartTV-Viewer Is-Tablet-Viewer',
  'Viewer-Address Viewer-ASN Viewer-Country Viewer-City Viewer-Country-Name Viewer-Country-Region',
  'Viewer-Country-Region-Name Viewer-Latitude Viewer-Longitude Viewer-Metro-Code Viewer-Postal-Code',
  'Viewer-Time-Zone Viewer-Header-Order Viewer-Header-Count Viewer-Http-Version Viewer-TLS',
  'Viewer-JA3-Fingerprint Viewer-JA4-Fingerprint Forwarded-Proto Viewer-Cert-Serial-Number',
  'Viewer-Cert-Issuer Viewer-Cert-Subject Viewer-Cert-Present Viewer-Cert-SHA256 Viewer-Cert-Validity',
  'Viewer-Cert-PEM',
]
  .join(' ')
  .split(' ')
  .map((name) => `CloudFront-${name}`)
const names: ReadonlySet<string> = new Set(headers.map((name) => name.toLowerCase()))

export const originRequestPolicyCfHeaderUnknown = defineRule({
  id: 'origin-request-policy/cf-header-unknown',
  severity: 'warning',
  sees: 'shared',
  summary: 'The origin request policy lists a header that CloudFront does not add.',
  why: 'CloudFront adds a fixed set of headers that begin with CloudFront-; another name never reaches the origin, or the policy is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginRequestPolicy'))
      for (const [index, item] of (known(config.HeadersConfig)?.Headers ?? []).entries()) {
        const name = known(item)
        if (name === undefined || !/^cloudfront-/i.test(name) || names.has(name.toLowerCase())) continue
        const guess = closestTo(name, headers)
        const field = [...path, 'HeadersConfig', 'Headers', index]
        yield {
          path: field,
          message: `“${name}” in “${id}” is not a header that CloudFront adds, so the origin never gets it; ${guess ? `did you mean “${guess}”?` : 'remove it.'}`,
          ...(guess && { suggestions: [setAt(field, guess, `Use “${guess}”`)] }),
        }
      }
  },
})
