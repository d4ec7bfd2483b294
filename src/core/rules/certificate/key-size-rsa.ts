import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { accountCertificate } from '#core/rules/lookup/certificate-names.ts'

export const certificateKeySizeRsa = defineRule({
  id: 'certificate/key-size-rsa',
  severity: 'error',
  summary: "The certificate's RSA key has a size that CloudFront does not accept.",
  why: 'RSA keys have 1024, 2048, 3072 or 4096 bits; 1024 is too weak to use.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
  code: 'InvalidViewerCertificate',

  *check({ document, account }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']
      const bits = /^RSA[_-](\d+)$/.exec(
        accountCertificate(account, certificate.ACMCertificateArn)?.KeyAlgorithm ?? '',
      )?.[1]
      if (bits === undefined || ['2048', '3072', '4096'].includes(bits)) continue
      yield {
        path: [...path, 'ACMCertificateArn'],
        severity: bits === '1024' ? 'warning' : 'error',
        message:
          bits === '1024'
            ? 'The key of the certificate has 1024 bits, which can be broken; use 2048.'
            : `The key of the certificate has ${bits} bits, which CloudFront refuses; use 2048.`,
      }
    }
  },
})
