import type { DesignDocument, Origin } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { bucketOrigin, customOrigin, distribution, oac } from '#fixtures/build.ts'

const files = bucketOrigin('files', { DomainName: 'example-files.s3.eu-west-1.amazonaws.com' })
const logged = (Bucket: string, Origins: Origin[] = [files]): DesignDocument =>
  distribution({ Origins, Logging: { Bucket } }, { Oac: oac })

export const examples: RuleExamples = {
  valid: {
    'another bucket': logged('example-logs.s3.amazonaws.com'),
    'a longer name': logged('example-files-logs.s3.amazonaws.com'),
    'no bucket as origin': logged('example-files.s3.amazonaws.com', [customOrigin('web')]),
  },
  invalid: {
    'the same name': logged('example-files.s3.amazonaws.com'),
    'a bucket of the design': distribution(
      {
        Origins: [bucketOrigin('files', { DomainName: { ref: 'Files', attribute: 'RegionalDomainName' } })],
        Logging: { Bucket: { ref: 'Files', attribute: 'DomainName' } },
      },
      { Oac: oac, Files: { type: 'AWS::S3::Bucket', config: {} } },
    ),
  },
}
