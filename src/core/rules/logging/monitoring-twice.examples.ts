import type { Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const of = (DistributionId: string | { ref: string }): Resource => ({
  type: 'MonitoringSubscription',
  config: {
    DistributionId,
    MonitoringSubscription: {
      RealtimeMetricsSubscriptionConfig: { RealtimeMetricsSubscriptionStatus: 'Enabled' },
    },
  },
})

export const examples: RuleExamples = {
  valid: { 'one for each': distribution({}, { One: of({ ref: 'Site' }), Two: of('E1234567890ABC') }) },
  invalid: { 'two for one': distribution({}, { One: of({ ref: 'Site' }), Two: of({ ref: 'Site' }) }) },
}
