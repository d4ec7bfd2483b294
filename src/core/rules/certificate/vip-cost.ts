import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateVipCost = defineRule({
  id: 'certificate/vip-cost',
  covers: ['cost/vip'],
  severity: 'info',
  profiles: ['recommended', 'cost'],
  summary: 'Dedicated IP addresses are billed each month.',
  why: 'Dedicated IP addresses are billed each month and per certificate; practically every viewer knows SNI.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-https-dedicated-ip-or-sni.html',
  code: null,
  alsoKnownAs: ['Security Hub CloudFront.8'],

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']
      if (
        known(certificate.SSLSupportMethod) !== 'vip' ||
        !(certificate.ACMCertificateArn || certificate.IAMCertificateId)
      )
        continue
      yield {
        path: [...path, 'SSLSupportMethod'],
        message:
          '“vip” reserves dedicated IP addresses, which are billed monthly per certificate; use “sni-only”.',
        suggestions: [setAt([...path, 'SSLSupportMethod'], 'sni-only', 'Use sni-only')],
      }
    }
  },
})
