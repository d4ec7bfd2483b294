import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

/** What origin/domain-has-scheme and origin/domain-ip-address speak of. */
const notJustAHost = /:|[/?#@\s]/
/**
 * A parameter that each tenant of a multi-tenant distribution fills in; it may be a part of the name, or all of it.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/tenant-customization.html
 */
const tenantParameter = /\{\{[\w-]+\}\}/g
const isHostName = (host: string) =>
  host.length <= 253 &&
  host.includes('.') &&
  host.split('.').every((label) => /^[a-z0-9_-]{1,63}$/i.test(label))

export const originDomainSyntax = defineRule({
  id: 'origin/domain-syntax',
  severity: 'error',
  sees: 'origin',
  summary: "An origin's domain name is not a full DNS name.",
  why: 'CloudFront resolves the name in public DNS: labels of 1 to 63 letters, digits and hyphens, with at least one dot and at most 253 characters.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const host = known(origin.DomainName)
      if (host === undefined || host === '') continue
      const filledIn = host.replaceAll(tenantParameter, 'tenant.example')
      if (notJustAHost.test(host) || isHostName(filledIn)) continue
      yield {
        path: [...path, 'DomainName'],
        message: `“${host}” is not a full DNS name, so CloudFront refuses the origin; give a name like “www.example.com”.`,
      }
    }
  },
})
