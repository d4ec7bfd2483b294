import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { foreign } from '#fixtures/build-resources.ts'

const identity = 'origin-access-identity/cloudfront/E127EXAMPLE51Z'
const withPolicy = (...Action: readonly string[]) =>
  distribution(
    {
      Origins: [
        bucketOrigin('files', {
          DomainName: { ref: 'Files', attribute: 'RegionalDomainName' },
          S3OriginConfig: { OriginAccessIdentity: identity },
        }),
      ],
      DefaultCacheBehavior: defaultBehavior('files'),
      DefaultRootObject: 'index.html',
    },
    {
      Files: foreign('AWS::S3::Bucket', {}),
      FilesPolicy: foreign('AWS::S3::BucketPolicy', {
        Bucket: { ref: 'Files' },
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: {
                AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E127EXAMPLE51Z',
              },
              Action,
              Resource: 'arn:aws:s3:::files/*',
            },
          ],
        },
      }),
    },
  )

export const examples: RuleExamples = {
  valid: { reading: withPolicy('s3:GetObject') },
  invalid: { 'listing alone': withPolicy('s3:ListBucket') },
}
