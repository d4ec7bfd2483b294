import type { DesignDocument } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const withBucket = (config: JsonObject): DesignDocument =>
  distribution(
    { Logging: { Bucket: { ref: 'Logs', attribute: 'DomainName' } } },
    { Logs: { type: 'AWS::S3::Bucket', config } },
  )

export const examples: RuleExamples = {
  valid: {
    'a rule': withBucket({
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 30 }] },
    }),
    'a bucket of the account': distribution({ Logging: { Bucket: 'example-logs.s3.amazonaws.com' } }),
    'another bucket': distribution({}, { Files: { type: 'AWS::S3::Bucket', config: {} } }),
  },
  invalid: {
    none: withBucket({}),
  },
}
