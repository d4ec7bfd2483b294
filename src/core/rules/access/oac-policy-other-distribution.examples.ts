import type { Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { arnOf } from '#core/rules/lookup/foreign.ts'
import { bucketOrigin, defaultBehavior, distribution, oac } from '#fixtures/build.ts'
import { foreign } from '#fixtures/build-resources.ts'

const config = {
  Origins: [
    bucketOrigin('files', {
      DomainName: { ref: 'Files', attribute: 'RegionalDomainName' },
      OriginAccessControlId: { ref: 'Oac' },
    }),
  ],
  DefaultCacheBehavior: defaultBehavior('files'),
  DefaultRootObject: 'index.html',
}
const letting = (...ids: readonly string[]) =>
  distribution(config, {
    Oac: oac,
    Files: foreign('AWS::S3::Bucket', {}),
    // The second distribution is of the same shape.
    Twin: distribution(config).resources['Site'] as Resource,
    FilesPolicy: foreign('AWS::S3::BucketPolicy', {
      Bucket: { ref: 'Files' },
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'cloudfront.amazonaws.com' },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::files/*',
            Condition: { StringEquals: { 'AWS:SourceArn': ids.map(arnOf) } },
          },
        ],
      },
    }),
  })

export const examples: RuleExamples = {
  valid: { both: letting('Site', 'Twin') },
  invalid: { 'one of two': letting('Site') },
}
