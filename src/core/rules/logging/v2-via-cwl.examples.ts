import type { Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const source: Resource = {
  type: 'AWS::Logs::DeliverySource',
  config: {
    Name: 'requests',
    LogType: 'ACCESS_LOGS',
    ResourceArn: { unknown: '!Sub [the ARN]', expression: { 'Fn::Sub': '…' }, refs: ['Site'] },
  },
}

export const examples: RuleExamples = {
  valid: {
    delivered: distribution(
      { Logging: { IncludeCookies: false } },
      {
        Requests: source,
        Delivery: {
          type: 'AWS::Logs::Delivery',
          config: { DeliverySourceName: 'requests', DeliveryDestinationArn: 'arn:aws:logs:…' },
        },
      },
    ),
    'legacy logs': distribution({ Logging: { Bucket: 'example-logs.s3.amazonaws.com' } }),
    'no logging': distribution(),
  },
  invalid: {
    'no bucket': distribution({ Logging: { IncludeCookies: false } }),
    'a source alone': distribution({}, { Requests: source }),
  },
}
