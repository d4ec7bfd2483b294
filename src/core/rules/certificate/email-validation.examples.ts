import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { withCertificate } from '#fixtures/build-around.ts'

export const examples: RuleExamples = {
  valid: {
    'by DNS': withCertificate({ ValidationMethod: 'DNS' }),
    'as the deployment decides': withCertificate({
      ValidationMethod: { unknown: '!Ref Method', expression: { Ref: 'Method' } },
    }),
    'a private authority': withCertificate({
      CertificateAuthorityArn: 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/1',
    }),
  },
  invalid: {
    'by mail': withCertificate({ ValidationMethod: 'EMAIL' }),
    'as CloudFormation does it unasked': withCertificate({}),
  },
}
