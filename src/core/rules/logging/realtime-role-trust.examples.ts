import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'
import { foreign } from '#fixtures/build-resources.ts'

const trusting = (Service: string) =>
  distribution(
    {
      DefaultCacheBehavior: defaultBehavior('web', {
        RealtimeLogConfigArn: { ref: 'Live', attribute: 'Arn' },
      }),
    },
    {
      Live: {
        type: 'RealtimeLogConfig',
        config: {
          Name: 'live',
          SamplingRate: 5,
          Fields: ['timestamp', 'c-ip'],
          EndPoints: [
            {
              StreamType: 'Kinesis',
              KinesisStreamConfig: {
                RoleARN: { ref: 'Role', attribute: 'Arn' },
                StreamARN: 'arn:aws:kinesis:us-east-1:111122223333:stream/live',
              },
            },
          ],
        },
      },
      Role: foreign('AWS::IAM::Role', {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }],
        },
      }),
    },
  )

export const examples: RuleExamples = {
  valid: { CloudFront: trusting('cloudfront.amazonaws.com') },
  invalid: { Lambda: trusting('lambda.amazonaws.com') },
}
