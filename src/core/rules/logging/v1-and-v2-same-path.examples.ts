import type { DesignDocument } from '#core/model/document.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const both = (Prefix: string, DestinationResourceArn: Json, more: JsonObject = {}): DesignDocument =>
  distribution(
    { Logging: { Bucket: { ref: 'Logs', attribute: 'DomainName' }, Prefix } },
    {
      Logs: { type: 'AWS::S3::Bucket', config: {} },
      Requests: {
        type: 'AWS::Logs::DeliverySource',
        config: {
          Name: 'requests',
          LogType: 'ACCESS_LOGS',
          ResourceArn: { unknown: '!Sub [the ARN]', expression: { 'Fn::Sub': '…' }, refs: ['Site'] },
        },
      },
      Files: {
        type: 'AWS::Logs::DeliveryDestination',
        config: { Name: 'files', DestinationResourceArn },
      },
      Delivery: {
        type: 'AWS::Logs::Delivery',
        config: {
          DeliverySourceName: { ref: 'Requests' },
          DeliveryDestinationArn: { ref: 'Files', attribute: 'Arn' },
          ...more,
        },
      },
    },
  )
const inFolder = {
  unknown: '!Sub [the bucket’s ARN]/cdn',
  expression: { 'Fn::Sub': '…' },
  like: 'arn:aws:s3:::logs/cdn',
  refs: ['Logs'],
}

export const examples: RuleExamples = {
  valid: {
    'another folder': both('legacy/', { ref: 'Logs', attribute: 'Arn' }),
    'another bucket': both('', 'arn:aws:s3:::example-other'),
    'a folder of its own': both('', { ref: 'Logs', attribute: 'Arn' }, { S3SuffixPath: 'v2/{yyyy}' }),
    'legacy logs alone': distribution({ Logging: { Bucket: 'example-logs.s3.amazonaws.com' } }),
  },
  invalid: {
    'the same bucket': both('', { ref: 'Logs', attribute: 'Arn' }),
    'the same folder': both('cdn/', inFolder),
  },
}
