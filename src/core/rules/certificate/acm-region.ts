import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateAcmRegion = defineRule({
  id: 'certificate/acm-region',
  severity: 'error',
  summary: 'The ACM certificate is not in us-east-1.',
  why: 'CloudFront takes certificates of AWS Certificate Manager from us-east-1 only, wherever the rest of the stack is.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
  code: 'InvalidViewerCertificate',

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']

      const arn = known(certificate.ACMCertificateArn)
      const region = arn && /^arn:aws[\w-]*:acm:([a-z0-9-]*):/.exec(arn)?.[1]
      if (region === undefined || region === '' || region === 'us-east-1' || arn?.startsWith('arn:aws-cn:'))
        continue
      yield {
        path: [...path, 'ACMCertificateArn'],
        message: `The certificate is in “${region}” and CloudFront takes ACM certificates from us-east-1 only; request or import it there.`,
      }
    }
  },
})
