import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const streaming = (more = {}) =>
  distribution({}, { Stream: { type: 'StreamingDistribution', config: { Comment: '', ...more } } })

export const examples: RuleExamples = {
  valid: {
    none: distribution(),
  },
  invalid: {
    one: streaming({
      S3Origin: { DomainName: 'films.s3.eu-west-1.amazonaws.com', OriginAccessIdentity: '' },
      TrustedSigners: { Enabled: true, AwsAccountNumbers: ['111122223333'] },
    }),
    'with a name of its own': streaming({
      Aliases: ['video.example.org'],
      S3Origin: { DomainName: 'films.s3.eu-west-1.amazonaws.com', OriginAccessIdentity: '' },
    }),
  },
}
