import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { foreign } from '#fixtures/build-resources.ts'

const logsTo = (encryption: object, principal?: unknown) =>
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
      ...(principal !== undefined && {
        Key: foreign('AWS::KMS::Key', {
          KeyPolicy: {
            Statement: [{ Effect: 'Allow', Principal: principal, Action: 'kms:*', Resource: '*' }],
          },
        }),
      }),
      Logs: foreign('AWS::S3::Bucket', {
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' }] },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: encryption }],
        },
      }),
    },
  )

const own = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { ref: 'Key', attribute: 'Arn' } }

export const examples: RuleExamples = {
  valid: {
    'SSE-S3': logsTo({ SSEAlgorithm: 'AES256' }),
    'a key for the delivery of logs': logsTo(own, { Service: 'delivery.logs.amazonaws.com' }),
    'a key for one that the deployment decides': logsTo(own, {
      Service: { unknown: '!Ref Service', expression: { Ref: 'Service' } },
    }),
    'a key of its own': logsTo({
      SSEAlgorithm: 'aws:kms',
      KMSMasterKeyID: 'arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555',
    }),
  },
  invalid: {
    'the AWS managed key': logsTo({ SSEAlgorithm: 'aws:kms' }),
    'a key for the account alone': logsTo(own, { AWS: 'arn:aws:iam::111122223333:root' }),
    'a key for the account of the deployment': logsTo(own, {
      AWS: { unknown: '!Sub arn:aws:iam::…:root', expression: { 'Fn::Sub': 'arn:aws:iam::…:root' } },
    }),
  },
}
