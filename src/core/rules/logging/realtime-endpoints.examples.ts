import type { DesignDocument, ResourceConfigs } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const RoleARN = 'arn:aws:iam::111122223333:role/live-logs'
const StreamARN = 'arn:aws:kinesis:us-east-1:111122223333:stream/live'
const sent = (EndPoints: NonNullable<ResourceConfigs['RealtimeLogConfig']['EndPoints']>): DesignDocument =>
  distribution(
    {},
    {
      Live: { type: 'RealtimeLogConfig', config: { Name: 'live', SamplingRate: 5, EndPoints } },
      Stream: { type: 'AWS::Kinesis::Stream', config: {} },
      Role: { type: 'AWS::IAM::Role', config: {} },
      Firehose: { type: 'AWS::KinesisFirehose::DeliveryStream', config: {} },
    },
  )
const good = { StreamType: 'Kinesis', KinesisStreamConfig: { RoleARN, StreamARN } }

export const examples: RuleExamples = {
  valid: {
    'two ARNs': sent([good]),
    'of the design': sent([
      {
        StreamType: 'Kinesis',
        KinesisStreamConfig: {
          RoleARN: { ref: 'Role', attribute: 'Arn' },
          StreamARN: { ref: 'Stream', attribute: 'Arn' },
        },
      },
    ]),
    'left to the deployment': sent([
      {
        StreamType: 'Kinesis',
        KinesisStreamConfig: { RoleARN, StreamARN: { unknown: '!Ref Stream', expression: { Ref: 'S' } } },
      },
    ]),
  },
  invalid: {
    none: sent([]),
    two: sent([good, good]),
    'another type': sent([{ ...good, StreamType: 'Firehose' }]),
    'names in place of ARNs': sent([
      { StreamType: 'Kinesis', KinesisStreamConfig: { RoleARN: 'live-logs', StreamARN: 'live' } },
    ]),
    'a role’s name': sent([
      { StreamType: 'Kinesis', KinesisStreamConfig: { RoleARN: { ref: 'Role' }, StreamARN } },
    ]),
    'a Firehose stream': sent([
      {
        StreamType: 'Kinesis',
        KinesisStreamConfig: { RoleARN, StreamARN: { ref: 'Firehose', attribute: 'Arn' } },
      },
    ]),
  },
}
