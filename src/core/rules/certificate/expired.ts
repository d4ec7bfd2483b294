import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { accountCertificate } from '#core/rules/lookup/certificate-names.ts'

export const certificateExpired = defineRule({
  id: 'certificate/expired',
  severity: 'error',
  summary: 'The certificate has expired or was not issued.',
  why: 'CloudFront attaches only certificates that ACM can serve; renew at least 24 hours before the end.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
  code: 'InvalidViewerCertificate',

  *check({ document, account }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']
      const held = accountCertificate(account, certificate.ACMCertificateArn)
      if (!held) continue
      const isOver =
        held.NotAfter !== undefined &&
        account?.readAt !== undefined &&
        Date.parse(held.NotAfter) <= Date.parse(account.readAt)
      const isUnusable = held.Status !== undefined && held.Status !== 'ISSUED'
      if (!isOver && !isUnusable) continue
      yield {
        path: [...path, 'ACMCertificateArn'],
        message: `The certificate ${isOver ? `ended on ${held.NotAfter}` : `is ${held.Status}`}, so CloudFront refuses it; renew or validate it in ACM.`,
      }
    }
  },
})
