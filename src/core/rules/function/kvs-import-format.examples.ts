import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a file': distribution(
      {},
      {
        Store: {
          type: 'KeyValueStore',
          config: {
            Name: 'store',
            ImportSource: { SourceType: 'S3', SourceARN: 'arn:aws:s3:::bucket/data/redirects.json' },
          },
        },
      },
    ),
    none: distribution({}, { Store: { type: 'KeyValueStore', config: { Name: 'store' } } }),
  },
  invalid: {
    'a bucket': distribution(
      {},
      {
        Store: {
          type: 'KeyValueStore',
          config: { Name: 'store', ImportSource: { SourceType: 'S3', SourceARN: 'arn:aws:s3:::bucket' } },
        },
      },
    ),
    "a bucket's ARN": distribution(
      {},
      {
        Bucket: { type: 'AWS::S3::Bucket', config: {} },
        Store: {
          type: 'KeyValueStore',
          config: {
            Name: 'store',
            ImportSource: { SourceType: 'S3', SourceARN: { ref: 'Bucket', attribute: 'Arn' } },
          },
        },
      },
    ),
    'a URL': distribution(
      {},
      {
        Store: {
          type: 'KeyValueStore',
          config: { Name: 'store', ImportSource: { SourceType: 'S3', SourceARN: 's3://bucket/data.json' } },
        },
      },
    ),
    'another source': distribution(
      {},
      {
        Store: {
          type: 'KeyValueStore',
          config: {
            Name: 'store',
            ImportSource: { SourceType: 'HTTP' as 'S3', SourceARN: 'arn:aws:s3:::bucket/data.json' },
          },
        },
      },
    ),
  },
}
