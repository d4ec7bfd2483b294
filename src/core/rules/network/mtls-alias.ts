import { distributionsIn } from '#core/model/distribution.ts'
import { isExpression, isUnknown, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkMtlsAlias = defineRule({
  id: 'network/mtls-alias',
  severity: 'warning',
  summary: 'A distribution that asks for client certificates has a certificate of its own.',
  why: 'With the default certificate viewers come by the name of cloudfront.net, for which nobody issues client certificates; AWS describes client certificates with an alternate domain name.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/mtls-authentication.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if (known(config.ViewerMtlsConfig) === undefined || isExpression(config.ViewerCertificate)) continue
      const certificate = known(config.ViewerCertificate)
      if (certificate?.ACMCertificateArn || certificate?.IAMCertificateId) continue
      if (
        known(config.ConnectionMode) === 'tenant-only' ||
        isUnknown(certificate?.CloudFrontDefaultCertificate)
      )
        continue
      yield {
        path: [...path, 'ViewerCertificate'],
        message: `“${id}” asks viewers for certificates and has the default certificate of cloudfront.net itself; attach a certificate and an alternate domain name.`,
      }
    }
  },
})
