import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import { surelyOf } from '#core/model/links.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { textIn } from '#core/rules/lookup/foreign.ts'

/** Where a certificate is: by its ARN, or by the provider that makes it. */
function regionOf(document: DesignDocument, value: unknown): string | undefined {
  const id = surelyOf(document, value, 'AWS::CertificateManager::Certificate')
  const resource = id === undefined ? undefined : document.resources[id]
  if (resource)
    return 'region' in resource && !resource.region?.startsWith('cn-') ? resource.region : undefined
  const [, partition, region] = /^arn:(aws[\w-]*):acm:([a-z0-9-]*):/.exec(textIn(value) ?? '') ?? []
  return partition === 'aws-cn' || region === '' ? undefined : region
}

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

      const region = regionOf(document, certificate.ACMCertificateArn)
      if (region === undefined || region === 'us-east-1') continue
      yield {
        path: [...path, 'ACMCertificateArn'],
        message: `The certificate is in “${region}” and CloudFront takes ACM certificates from us-east-1 only; request or import it there.`,
      }
    }
  },
})
