import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateIamIdVsArn = defineRule({
  id: 'certificate/iam-id-vs-arn',
  covers: ['certificate/iam-used'],
  severity: 'error',
  summary: 'IAMCertificateId is not the id of a server certificate.',
  why: 'The field takes the id that IAM gives (ASCA…), not the ARN or the name.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html',
  code: 'InvalidViewerCertificate',

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']
      const given = known(certificate.IAMCertificateId)
      if (given === undefined || given === '' || /^AS[A-Z0-9]{10,}$/.test(given)) continue
      yield {
        path: [...path, 'IAMCertificateId'],
        message: `“${given}” is not the id of a server certificate in IAM, so CloudFront refuses it; use the id that begins with ASCA.`,
      }
    }
  },
})
