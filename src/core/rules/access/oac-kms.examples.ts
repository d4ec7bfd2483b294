import type { DesignDocument } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, distribution, oac } from '#fixtures/build.ts'

const encrypted = (byDefault: JsonObject, KeyPolicy: JsonObject = { Statement: [] }): DesignDocument =>
  distribution(
    { Origins: [bucketOrigin('files', { DomainName: { ref: 'Files', attribute: 'RegionalDomainName' } })] },
    {
      Oac: oac,
      Policy: {
        type: 'AWS::S3::BucketPolicy',
        config: {
          Bucket: { ref: 'Files' },
          PolicyDocument: {
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'cloudfront.amazonaws.com' },
                Action: 's3:GetObject',
                Resource: '*',
              },
            ],
          },
        },
      },
      Key: { type: 'AWS::KMS::Key', config: { KeyPolicy } },
      Files: {
        type: 'AWS::S3::Bucket',
        config: {
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: byDefault }],
          },
        },
      },
    },
  )
const ownKey = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { ref: 'Key', attribute: 'Arn' } }

export const examples: RuleExamples = {
  valid: {
    'a policy for CloudFront': encrypted(ownKey, {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudfront.amazonaws.com' },
          Action: 'kms:Decrypt',
          Resource: '*',
        },
      ],
    }),
    'a policy that a custom resource changes': {
      ...encrypted(ownKey),
      resources: {
        ...encrypted(ownKey).resources,
        Update: { type: 'Custom::KeyPolicy', config: { KmsKeyId: { ref: 'Key' } } },
      },
    },
    'keys of S3': encrypted({ SSEAlgorithm: 'AES256' }),
    'a key that the deployment decides': encrypted({
      SSEAlgorithm: 'aws:kms',
      KMSMasterKeyID: { unknown: '!Ref Key', expression: { Ref: 'Key' } },
    }),
    'no encryption': distribution({ Origins: [bucketOrigin('files')] }, { Oac: oac }),
  },
  invalid: {
    'a policy without CloudFront': encrypted(ownKey),
    'the key that S3 manages': encrypted({ SSEAlgorithm: 'aws:kms' }),
    'a key of the account': encrypted({
      SSEAlgorithm: 'aws:kms',
      KMSMasterKeyID: 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555',
    }),
  },
}
