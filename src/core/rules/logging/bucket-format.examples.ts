import type { DesignDocument } from '#core/model/document.ts'
import type { Field } from '#core/model/field.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const logged = (Bucket: Field<string>): DesignDocument =>
  distribution(
    { Logging: { Enabled: true, IncludeCookies: false, Bucket, Prefix: '' } },
    { Logs: { type: 'AWS::S3::Bucket', config: {} } },
  )

export const examples: RuleExamples = {
  valid: {
    'a domain name': logged('example-logs.s3.amazonaws.com'),
    'with its region': logged('example-logs.s3.eu-west-1.amazonaws.com'),
    'with dots': logged('logs.example.com.s3.amazonaws.com'),
    'a bucket of the design': logged({ ref: 'Logs', attribute: 'DomainName' }),
    'left to the deployment': logged({ unknown: '!Ref LogBucket', expression: { Ref: 'LogBucket' } }),
    'switched off': distribution({
      Logging: { Enabled: false, IncludeCookies: false, Bucket: 'example-logs', Prefix: '' },
    }),
  },
  invalid: {
    'a bare name': logged('example-logs'),
    'an ARN': logged('arn:aws:s3:::example-logs'),
    'a URL': logged('s3://example-logs/cdn'),
    'the name of a bucket of the design': logged({ ref: 'Logs' }),
    'the ARN of a bucket of the design': logged({ ref: 'Logs', attribute: 'Arn' }),
    'a website': logged('example-logs.s3-website-us-east-1.amazonaws.com'),
  },
}
