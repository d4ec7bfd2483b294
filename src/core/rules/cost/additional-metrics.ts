import { resourcesOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const costAdditionalMetrics = defineRule({
  id: 'cost/additional-metrics',
  severity: 'info',
  sees: 'shared',
  profiles: ['cost'],
  summary: 'Additional metrics are billed.',
  why: 'The additional metrics of a monitoring subscription have a fixed price per distribution and month.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/viewing-cloudfront-metrics.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'MonitoringSubscription')) {
      const metrics = known(known(config.MonitoringSubscription)?.RealtimeMetricsSubscriptionConfig)
      if (known(metrics?.RealtimeMetricsSubscriptionStatus) !== 'Enabled') continue
      yield {
        path,
        message: `“${id}” is billed every month for its distribution; keep it where a dashboard or an alarm uses its metrics.`,
        suggestions: [removeAt(['resources', id], `Remove “${id}”`)],
      }
    }
  },
})
