import type { Origin } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, defaultBehavior, distribution, oac } from '#fixtures/build.ts'

const identified = (DomainName: NonNullable<Origin['DomainName']>): Origin => ({
  key: 'files',
  Id: 'files',
  DomainName,
  S3OriginConfig: { OriginAccessIdentity: 'origin-access-identity/cloudfront/E127EXAMPLE51Z' },
})
const ireland = identified('example-files.s3.eu-west-1.amazonaws.com')

export const examples: RuleExamples = {
  valid: {
    reading: distribution({ Origins: [ireland] }),
    'an origin access control': distribution(
      { Origins: [bucketOrigin('files', { DomainName: 'example-files.s3.il-central-1.amazonaws.com' })] },
      { Oac: oac },
    ),
  },
  invalid: {
    'a late region': distribution({
      Origins: [identified('example-files.s3.il-central-1.amazonaws.com')],
    }),
    writing: distribution({
      Origins: [ireland],
      DefaultCacheBehavior: defaultBehavior('files', {
        AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'] },
      }),
    }),
    'encrypted by KMS': distribution(
      { Origins: [identified({ ref: 'Files', attribute: 'RegionalDomainName' })] },
      {
        Files: {
          type: 'AWS::S3::Bucket',
          config: {
            BucketEncryption: {
              ServerSideEncryptionConfiguration: [
                { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
              ],
            },
          },
        },
      },
    ),
  },
}
