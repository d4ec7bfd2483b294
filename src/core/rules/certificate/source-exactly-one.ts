import { distributionsIn } from '#core/model/distribution.ts'
import { isExpression, isSaid, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const certificateSourceExactlyOne = defineRule({
  id: 'certificate/source-exactly-one',
  severity: 'error',
  summary: 'The viewer certificate does not have exactly one source.',
  why: 'CloudFront takes its own default certificate, one of ACM or one of IAM, and refuses several or none.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html',
  code: 'InvalidViewerCertificate',

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      if (!certificate) continue
      const path = [...site, 'ViewerCertificate']

      const sources = [
        known(certificate.CloudFrontDefaultCertificate) === true ? 'CloudFrontDefaultCertificate' : undefined,
        isSaid(certificate.ACMCertificateArn) ? 'ACMCertificateArn' : undefined,
        isSaid(certificate.IAMCertificateId) ? 'IAMCertificateId' : undefined,
      ].filter((name) => name !== undefined)
      const isNone =
        sources.length === 0 &&
        !isExpression(certificate.CloudFrontDefaultCertificate) &&
        certificate.ACMCertificateArn === undefined &&
        certificate.IAMCertificateId === undefined
      if (isNone) {
        yield {
          path,
          message:
            'The viewer certificate has no source, so CloudFront refuses it; use the default certificate, or one of ACM or IAM.',
        }
        continue
      }
      if (sources.length < 2) continue
      yield {
        path,
        message: `The viewer certificate has ${sources.join(' and ')} and CloudFront takes one; remove the others.`,
      }
    }
  },
})
