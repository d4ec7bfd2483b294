import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originDomainIpAddress = defineRule({
  id: 'origin/domain-ip-address',
  severity: 'error',
  sees: 'origin',
  summary: 'An origin is named by an IP address.',
  why: 'CloudFront resolves the origin domain name itself and does not take IP addresses.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const host = known(origin.DomainName)
      if (host === undefined || !/^\d{1,3}(\.\d{1,3}){3}$|^\[?[0-9a-f]*:[0-9a-f:]+\]?$/i.test(host)) continue
      yield {
        path: [...path, 'DomainName'],
        message: `The origin domain “${host}” is an IP address and CloudFront takes DNS names only; point a DNS name at it, or use a VPC origin.`,
      }
    }
  },
})
