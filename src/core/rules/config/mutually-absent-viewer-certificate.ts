import { distributionsIn } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const configMutuallyAbsentViewerCertificate = defineRule({
  id: 'config/mutually-absent-viewer-certificate',
  severity: 'info',
  summary: 'A distribution says which certificate it has.',
  why: 'Without ViewerCertificate viewers get the *.cloudfront.net certificate and TLS 1.0 is accepted.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html',
  code: null,
  alsoKnownAs: ['CKV_AWS_174'],

  *check({ document }) {
    for (const { config, path } of distributionsIn(document)) {
      if (config.ViewerCertificate !== undefined) continue
      yield {
        path: [...path, 'ViewerCertificate'],
        message:
          'No certificate is chosen, so viewers get *.cloudfront.net and TLS 1.0 is accepted; choose an ACM certificate and TLSv1.2_2021 for a domain of your own.',
      }
    }
  },
})
