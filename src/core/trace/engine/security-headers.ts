/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html#understanding-response-headers-policies-security */
import type { ResponseHeadersPolicyConfig } from '#core/model/document.ts'
import { type Expression, known } from '#core/model/field.ts'

type Security = Exclude<ResponseHeadersPolicyConfig['SecurityHeadersConfig'], Expression | undefined>
export type PolicyHeader = readonly [name: string, value: string, override: boolean]

/** The security headers of a policy, each with its own override. */
export function securityHeaders(config: Security | undefined): PolicyHeader[] {
  if (!config) return []
  const headers: PolicyHeader[] = []
  const add = (name: string, value: string | undefined, override: boolean) => {
    if (value !== undefined) headers.push([name, value, override])
  }
  const protection = known(config.XSSProtection)
  if (protection) {
    const report = known(protection.ReportUri)
    const mode = known(protection.ModeBlock) === true ? '; mode=block' : ''
    const value =
      known(protection.Protection) === true ? `1${mode}${report ? `; report=${report}` : ''}` : '0'
    add('x-xss-protection', value, known(protection.Override) === true)
  }
  const frame = known(config.FrameOptions)
  if (frame) add('x-frame-options', known(frame.FrameOption), known(frame.Override) === true)
  const referrer = known(config.ReferrerPolicy)
  if (referrer) add('referrer-policy', known(referrer.ReferrerPolicy), known(referrer.Override) === true)
  const content = known(config.ContentSecurityPolicy)
  if (content)
    add('content-security-policy', known(content.ContentSecurityPolicy), known(content.Override) === true)
  const type = known(config.ContentTypeOptions)
  if (type) add('x-content-type-options', 'nosniff', known(type.Override) === true)
  const transport = known(config.StrictTransportSecurity)
  if (transport) {
    const age = known(transport.AccessControlMaxAgeSec) ?? 0
    const subdomains = known(transport.IncludeSubdomains) === true ? '; includeSubDomains' : ''
    const preload = known(transport.Preload) === true ? '; preload' : ''
    add(
      'strict-transport-security',
      `max-age=${age}${subdomains}${preload}`,
      known(transport.Override) === true,
    )
  }
  return headers
}
