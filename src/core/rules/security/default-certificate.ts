import { distributionsIn } from '#core/model/distribution.ts'
import { isExpression, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const securityDefaultCertificate = defineRule({
  id: 'security/default-certificate',
  covers: ['config/mutually-absent-viewer-certificate'],
  severity: 'info',
  profiles: ['recommended', 'security'],
  summary: 'The distribution uses the default certificate.',
  why: 'With the default certificate the minimum TLS version stays at TLSv1.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
  code: null,
  alsoKnownAs: ['CKV2_AWS_42', 'CKV_AWS_174'],

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if (
        isExpression(config.ViewerCertificate) ||
        known(config.ConnectionMode) === 'tenant-only' ||
        config.ViewerCertificate?.ACMCertificateArn ||
        config.ViewerCertificate?.IAMCertificateId
      )
        continue
      yield {
        path: [...path, 'ViewerCertificate'],
        message: `“${id}” uses the default certificate, which allows TLSv1; attach one of your own.`,
      }
    }
  },
})
