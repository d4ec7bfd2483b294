import { distributionsIn, resourcesOf } from '#core/model/distribution.ts'
import { removeAt, setAt } from '#core/model/edit.ts'
import { isUnknown, known } from '#core/model/field.ts'
import { cloudFrontMetrics, metricsNamespace } from '#core/model/metrics.ts'
import { valueAt } from '#core/model/path.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { foreignOf, listIn, namedIn, textIn } from '#core/rules/lookup/foreign.ts'

export const loggingMonitoringSubscription = defineRule({
  id: 'logging/monitoring-subscription',
  severity: 'info',
  sees: 'all',
  profiles: ['recommended'],
  summary: 'An alarm watches a metric that is not collected.',
  why: 'Cache hit rate, origin latency and error rates by status are additional metrics: CloudFront publishes them while a monitoring subscription of the distribution is Enabled.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/viewing-cloudfront-metrics.html',
  code: null,

  *check({ document }) {
    const subscriptions = resourcesOf(document, 'MonitoringSubscription').map(({ id, config, path }) => ({
      id,
      path,
      of: config.DistributionId,
      status: known(
        known(known(config.MonitoringSubscription)?.RealtimeMetricsSubscriptionConfig)
          ?.RealtimeMetricsSubscriptionStatus,
      ),
    }))
    for (const { id, path, status } of subscriptions) {
      if (status === undefined || status === 'Enabled') continue
      const field = [
        ...path,
        'MonitoringSubscription',
        'RealtimeMetricsSubscriptionConfig',
        'RealtimeMetricsSubscriptionStatus',
      ]
      yield {
        path: field,
        message: `“${id}” is “${status}”, so CloudFront publishes no cache hit rate, origin latency or error rates by status; set it to “Enabled” or remove it.`,
        suggestions: [setAt(field, 'Enabled', 'Enable it'), removeAt(['resources', id], `Remove “${id}”`)],
      }
    }
    for (const { id, config, path } of foreignOf(document, 'AWS::CloudWatch::Alarm')) {
      const metric = textIn(config['MetricName']) ?? ''
      if (config['Namespace'] !== metricsNamespace || !cloudFrontMetrics[metric]?.isAdditional) continue
      const watched = distributionsIn(document).find(({ id: site }) =>
        (listIn(config['Dimensions']) ?? []).some((one) => namedIn(valueAt(one, ['Value'])).includes(site)),
      )
      if (!watched || subscriptions.some((one) => isUnknown(one.of) || namedIn(one.of).includes(watched.id)))
        continue
      yield {
        path: [...path, 'MetricName'],
        message: `“${id}” watches “${metric}” of “${watched.id}”, which CloudFront publishes with a monitoring subscription only; add one.`,
      }
    }
  },
})
