/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_MonitoringSubscription.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import type { Expression } from '#core/model/field.ts'
import { realtimeMetricsStatus } from '#core/model/shapes/enums.ts'
import { string, structure } from '#core/model/shapes/shape.ts'
import type { Unwrap } from '#core/model/unwrap.ts'
import { defineResource } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    MonitoringSubscription: {
      DistributionId?: string | Expression
      MonitoringSubscription?: Unwrap<sdk.MonitoringSubscription> | Expression
    }
  }
}

export const monitoringSubscription = defineResource({
  type: 'MonitoringSubscription',
  label: 'monitoring subscription',
  picture: 'resource',
  apiPage: 'MonitoringSubscription',
  config: structure<{ DistributionId: 1; MonitoringSubscription: 1 }>()({
    DistributionId: string,
    MonitoringSubscription: structure<sdk.MonitoringSubscription>()({
      RealtimeMetricsSubscriptionConfig: structure<sdk.RealtimeMetricsSubscriptionConfig>()({
        RealtimeMetricsSubscriptionStatus: realtimeMetricsStatus,
      }),
    }),
  }),
  required: {
    fields: ['DistributionId', 'MonitoringSubscription'],
    within: {
      MonitoringSubscription: {
        within: { RealtimeMetricsSubscriptionConfig: { fields: ['RealtimeMetricsSubscriptionStatus'] } },
      },
    },
  },
  cloudFormation: { type: 'AWS::CloudFront::MonitoringSubscription', wrapper: null, identity: ['', 'Id'] },
  terraform: { type: 'aws_cloudfront_monitoring_subscription', lists: 'plain', identity: 'id' },
  namedBy: [],
  placement: null,
  form: [],
  presets: [],
  deployment: {
    order: 5,
    identifiedBy: 'id',
    fixed: ['DistributionId'],
    isShared: false,
    onCreation: 'Additional metrics are billed for each distribution.',
    permissions: [
      'CreateMonitoringSubscription',
      'DeleteMonitoringSubscription',
      'GetMonitoringSubscription',
    ],
    script: {
      command: 'monitoring-subscription',
      member: null,
      answer: 'MonitoringSubscription',
      hasCallerReference: false,
    },
  },
})
