import { quotaIn } from '#core/model/account.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateVipQuota = defineRule({
  id: 'certificate/vip-quota',
  covers: ['quota/dedicated-ip-certificates-per-account'],
  severity: 'error',
  sees: 'all',
  summary: 'Too many certificates have dedicated IP addresses.',
  why: 'The account’s quota for dedicated IP certificates is two unless AWS raised it.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyCertificates',

  *check({ document, account }) {
    const most = quotaIn(account, 'dedicated-ip-certificates-per-account')
    const seen = new Set(account?.dedicatedIpCertificates ?? [])
    for (const { config, path } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      const source = known(certificate?.ACMCertificateArn) ?? known(certificate?.IAMCertificateId)
      if (known(certificate?.SSLSupportMethod) !== 'vip' || source === undefined || seen.has(source)) continue
      seen.add(source)
      if (seen.size > most)
        yield {
          path: [...path, 'ViewerCertificate', 'SSLSupportMethod'],
          message: `This is certificate number ${seen.size} with dedicated IP addresses and the quota is ${most}, so CloudFront answers TooManyCertificates; use “sni-only”.`,
        }
    }
  },
})
