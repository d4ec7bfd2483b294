import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const subscription = (status: 'Enabled' | 'Disabled'): DesignDocument =>
  distribution(
    {},
    {
      Metrics: {
        type: 'MonitoringSubscription',
        config: {
          DistributionId: { ref: 'Site' },
          MonitoringSubscription: {
            RealtimeMetricsSubscriptionConfig: { RealtimeMetricsSubscriptionStatus: status },
          },
        },
      },
    },
  )

export const examples: RuleExamples = {
  valid: {
    none: distribution(),
    disabled: subscription('Disabled'),
  },
  invalid: {
    enabled: subscription('Enabled'),
  },
}
