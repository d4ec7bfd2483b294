import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { namedTwice } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = namedTwice({
  type: 'TrustStore',
  config: {
    Name: 'partners',
    CaCertificatesBundleSource: {
      CaCertificatesBundleS3Location: { Bucket: 'trust', Key: 'ca.pem', Region: 'us-east-1' },
    },
  },
})
