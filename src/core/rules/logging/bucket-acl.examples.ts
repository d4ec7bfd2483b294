import type { DesignDocument } from '#core/model/document.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const withBucket = (config: JsonObject): DesignDocument =>
  distribution(
    { Logging: { Bucket: { ref: 'Logs', attribute: 'DomainName' } } },
    { Logs: { type: 'AWS::S3::Bucket', config } },
  )
const owned = (ObjectOwnership: Json): DesignDocument =>
  withBucket({ OwnershipControls: { Rules: [{ ObjectOwnership }] } })

export const examples: RuleExamples = {
  valid: {
    preferred: owned('BucketOwnerPreferred'),
    'of the writer': owned('ObjectWriter'),
    'left to the deployment': owned({ unknown: '!Ref Ownership', expression: { Ref: 'Ownership' } }),
    'a bucket of the account': distribution({ Logging: { Bucket: 'example-logs.s3.amazonaws.com' } }),
    'a bucket for other things': distribution({}, { Files: { type: 'AWS::S3::Bucket', config: {} } }),
  },
  invalid: {
    enforced: owned('BucketOwnerEnforced'),
    'by default': withBucket({}),
    'an access control list alone': withBucket({ AccessControl: 'LogDeliveryWrite' }),
  },
}
