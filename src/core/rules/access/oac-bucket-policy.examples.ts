import type { DesignDocument } from '#core/model/document.ts'
import type { Json } from '#core/model/field.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, customOrigin, distribution, oac } from '#fixtures/build.ts'

const files = (...Statement: Json[]): DesignDocument =>
  distribution(
    { Origins: [bucketOrigin('files', { DomainName: { ref: 'Files', attribute: 'RegionalDomainName' } })] },
    {
      Oac: oac,
      Files: { type: 'AWS::S3::Bucket', config: {} },
      ...(Statement.length > 0 && {
        Policy: {
          type: 'AWS::S3::BucketPolicy' as const,
          config: { Bucket: { ref: 'Files' }, PolicyDocument: { Statement } },
        },
      }),
    },
  )
const outside = distribution({ Origins: [bucketOrigin('files')] }, { Oac: oac })

export const examples: RuleExamples = {
  valid: {
    allowed: files({
      Effect: 'Allow',
      Principal: { Service: 'cloudfront.amazonaws.com' },
      Action: ['s3:GetObject', 's3:ListBucket'],
      Resource: '*',
    }),
    'what the API prints': { ...outside, source: { format: 'distribution-config', text: '' } },
    'no access control': distribution({ Origins: [customOrigin('web')] }),
  },
  invalid: {
    'no policy': files(),
    'for someone else': files({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/uploader' },
      Action: 's3:*',
      Resource: '*',
    }),
    'a bucket of the account': outside,
  },
}
