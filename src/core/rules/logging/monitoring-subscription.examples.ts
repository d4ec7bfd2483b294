import type { Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const subscription = (status: 'Enabled' | 'Disabled'): Record<string, Resource> => ({
  Metrics: {
    type: 'MonitoringSubscription',
    config: {
      DistributionId: { ref: 'Site' },
      MonitoringSubscription: {
        RealtimeMetricsSubscriptionConfig: { RealtimeMetricsSubscriptionStatus: status },
      },
    },
  },
})
const alarm = (MetricName: string): Record<string, Resource> => ({
  Alarm: {
    type: 'AWS::CloudWatch::Alarm',
    config: {
      Namespace: 'AWS/CloudFront',
      MetricName,
      Dimensions: [{ Name: 'DistributionId', Value: { ref: 'Site' } }],
    },
  },
})

export const examples: RuleExamples = {
  valid: {
    enabled: distribution({}, { ...subscription('Enabled'), ...alarm('CacheHitRate') }),
    none: distribution(),
    'an alarm on a metric that everyone has': distribution({}, alarm('5xxErrorRate')),
  },
  invalid: {
    disabled: distribution({}, subscription('Disabled')),
    'an alarm on what is not collected': distribution({}, alarm('CacheHitRate')),
  },
}
