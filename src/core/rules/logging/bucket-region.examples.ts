import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const logged = (Bucket: string): DesignDocument => distribution({ Logging: { Bucket } })

export const examples: RuleExamples = {
  valid: {
    Ireland: logged('example-logs.s3.eu-west-1.amazonaws.com'),
    'no region': logged('example-logs.s3.amazonaws.com'),
    'a name with a region': logged('logs-af-south-1.s3.eu-west-1.amazonaws.com'),
  },
  invalid: {
    'Cape Town': logged('example-logs.s3.af-south-1.amazonaws.com'),
    Calgary: logged('example-logs.s3.ca-west-1.amazonaws.com'),
    'left to the deployment in part': distribution({
      Logging: {
        Bucket: {
          unknown: '!Sub [a bucket in Milan]',
          expression: { 'Fn::Sub': 'logs.s3.eu-south-1.amazonaws.com' },
          like: 'logs.s3.eu-south-1.amazonaws.com',
        },
      },
    }),
  },
}
