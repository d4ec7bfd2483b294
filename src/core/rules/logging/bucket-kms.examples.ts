import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { foreign } from '#fixtures/build-resources.ts'

const logsTo = (encryption: object) =>
  distribution(
    {
      Logging: {
        Enabled: true,
        Bucket: { ref: 'Logs', attribute: 'DomainName' },
        Prefix: '',
        IncludeCookies: false,
      },
    },
    {
      Logs: foreign('AWS::S3::Bucket', {
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' }] },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: encryption }],
        },
      }),
    },
  )

export const examples: RuleExamples = {
  valid: {
    'SSE-S3': logsTo({ SSEAlgorithm: 'AES256' }),
    'a key of its own': logsTo({
      SSEAlgorithm: 'aws:kms',
      KMSMasterKeyID: 'arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555',
    }),
  },
  invalid: { 'the AWS managed key': logsTo({ SSEAlgorithm: 'aws:kms' }) },
}
