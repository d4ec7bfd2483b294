import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { accountCertificate } from '#core/rules/lookup/certificate-names.ts'

export const certificateKeyEcdsa = defineRule({
  id: 'certificate/key-ecdsa',
  severity: 'error',
  summary: "The certificate's ECDSA key is on a curve that CloudFront does not accept.",
  why: 'CloudFront takes no other curve for viewers.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
  code: 'InvalidViewerCertificate',

  *check({ document, account }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']
      const algorithm = accountCertificate(account, certificate.ACMCertificateArn)?.KeyAlgorithm
      if (!algorithm?.startsWith('EC') || /prime256v1$/.test(algorithm)) continue
      yield {
        path: [...path, 'ACMCertificateArn'],
        message: `The key of the certificate is ${algorithm}, which CloudFront refuses; use EC_prime256v1 or RSA_2048.`,
      }
    }
  },
})
