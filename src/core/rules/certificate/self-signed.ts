import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { accountCertificate } from '#core/rules/lookup/certificate-names.ts'

export const certificateSelfSigned = defineRule({
  id: 'certificate/self-signed',
  severity: 'warning',
  summary: 'The certificate is self-signed.',
  why: 'CloudFront takes certificates whose chain ends at a certificate authority that it trusts; self-signed ones are refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
  code: 'InvalidViewerCertificate',

  *check({ document, account }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']
      const held = accountCertificate(account, certificate.ACMCertificateArn)
      if (!held?.Issuer || !held.Subject) continue
      const commonName = (name: string) => /(?:^|,)\s*CN=([^,]+)/.exec(name)?.[1]?.trim() ?? name
      if (commonName(held.Issuer) !== commonName(held.Subject)) continue
      yield {
        path: [...path, 'ACMCertificateArn'],
        message: `The certificate of “${commonName(held.Subject)}” is signed by itself, so CloudFront refuses it; use one from a trusted authority.`,
      }
    }
  },
})
