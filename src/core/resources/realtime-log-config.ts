/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateRealtimeLogConfig.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import { named, number, plainList, string, structure } from '#core/model/shapes/shape.ts'
import type { Unwrap } from '#core/model/unwrap.ts'
import { defineResource } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    RealtimeLogConfig: Unwrap<Omit<sdk.CreateRealtimeLogConfigRequest, never>>
  }
}

export const realtimeLogConfig = defineResource({
  type: 'RealtimeLogConfig',
  label: 'real-time log configuration',
  picture: 'log',
  apiPage: 'CreateRealtimeLogConfig',
  config: structure<sdk.CreateRealtimeLogConfigRequest>()({
    EndPoints: plainList(
      structure<sdk.EndPoint>()({
        StreamType: string,
        KinesisStreamConfig: structure<sdk.KinesisStreamConfig>()({
          RoleARN: named('RoleArn', string),
          StreamARN: named('StreamArn', string),
        }),
      }),
    ),
    Fields: plainList(string),
    Name: string,
    SamplingRate: number,
  }),
  required: {
    fields: ['Name', 'EndPoints', 'Fields', 'SamplingRate'],
    within: {
      EndPoints: {
        fields: ['StreamType', 'KinesisStreamConfig'],
        within: { KinesisStreamConfig: { fields: ['RoleARN', 'StreamARN'] } },
      },
    },
  },
  cloudFormation: { type: 'AWS::CloudFront::RealtimeLogConfig', wrapper: null, identity: ['', 'Arn'] },
  terraform: {
    type: 'aws_cloudfront_realtime_log_config',
    lists: 'plain',
    identity: 'arn',
    names: { EndPoints: 'endpoint' },
  },
  namedBy: [{ field: 'RealtimeLogConfigArn', by: 'arn' }],
  placement: { on: 'behavior', field: ['RealtimeLogConfigArn'] },
  form: [],
  presets: [],
  deployment: {
    order: 0,
    identifiedBy: 'arn',
    fixed: ['Name'],
    isShared: false,
    onCreation: 'Real-time logs are billed by line.',
    permissions: [
      'CreateRealtimeLogConfig',
      'DeleteRealtimeLogConfig',
      'GetRealtimeLogConfig',
      'ListRealtimeLogConfigs',
      'UpdateRealtimeLogConfig',
    ],
    script: {
      command: 'realtime-log-config',
      member: null,
      answer: 'RealtimeLogConfig',
      hasCallerReference: false,
    },
  },
})
