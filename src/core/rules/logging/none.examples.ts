import type { DesignDocument } from '#core/model/document.ts'
import type { Json } from '#core/model/field.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

const delivered = (ResourceArn: Json): DesignDocument =>
  distribution(
    {},
    {
      Requests: {
        type: 'AWS::Logs::DeliverySource',
        config: { Name: 'requests', LogType: 'ACCESS_LOGS', ResourceArn },
      },
    },
  )

export const examples: RuleExamples = {
  valid: {
    'to a bucket': distribution({ Logging: { Bucket: 'example-logs.s3.amazonaws.com' } }),
    'by version 2': delivered({
      unknown: '!Sub [the distribution’s ARN]',
      expression: { 'Fn::Sub': 'arn:aws:cloudfront::…' },
      refs: ['Site'],
    }),
    'of something that the deployment decides': delivered({
      unknown: '!Ref Resource',
      expression: { Ref: 'Resource' },
    }),
    'in real time': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        RealtimeLogConfigArn: 'arn:aws:cloudfront::111122223333:realtime-log-config/requests',
      }),
    }),
    'by version 2 in Terraform': {
      ...distribution(),
      source: { format: 'terraform', text: 'resource "aws_cloudwatch_log_delivery_source" "requests" {}' },
    },
    'left to the deployment': distribution({
      Logging: { unknown: '!If [Logged, …]', expression: { 'Fn::If': [] } },
    }),
  },
  invalid: {
    none: distribution(),
    'switched off': distribution({
      Logging: { Enabled: false, IncludeCookies: false, Bucket: '', Prefix: '' },
    }),
    'of another distribution': delivered('arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE'),
  },
}
