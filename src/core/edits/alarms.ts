/**
 * CloudWatch alarms of a distribution, as resources of its template: what AWS's metrics tell first when viewers suffer.
 * They have to be created in us-east-1, where CloudFront's metrics are.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
 */
import { inSentence } from '#core/ground/in-sentence.ts'
import { distributionsIn, resourcesOf } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId, Resource } from '#core/model/document.ts'
import { combine, type Edit } from '#core/model/edit.ts'
import { isRef, isUnknown, type JsonObject } from '#core/model/field.ts'
import { cloudFrontMetrics, metricsNamespace } from '#core/model/metrics.ts'
import { addResource } from './resources.ts'

export interface AlarmKind {
  readonly id: string
  readonly label: string
  readonly hint: string
  /** The end of its logical id. */
  readonly name: string
  readonly metric: string
  readonly comparison: 'GreaterThanThreshold' | 'LessThanThreshold'
  readonly threshold: number
  /** What it means that it rings. */
  readonly says: string
}

export const alarmKinds: readonly AlarmKind[] = [
  {
    id: 'alarm-5xx',
    label: 'Alarm on server errors',
    hint: '5xxErrorRate above 1 %',
    name: 'ServerErrors',
    metric: '5xxErrorRate',
    comparison: 'GreaterThanThreshold',
    threshold: 1,
    says: 'more than 1 % of the requests were answered with 5xx',
  },
  {
    id: 'alarm-4xx',
    label: 'Alarm on client errors',
    hint: '4xxErrorRate above 5 %',
    name: 'ClientErrors',
    metric: '4xxErrorRate',
    comparison: 'GreaterThanThreshold',
    threshold: 5,
    says: 'more than 5 % of the requests were answered with 4xx',
  },
  {
    id: 'alarm-latency',
    label: 'Alarm on slow origins',
    hint: 'OriginLatency p90 above 3 s; needs additional metrics',
    name: 'SlowOrigin',
    metric: 'OriginLatency',
    comparison: 'GreaterThanThreshold',
    threshold: 3000,
    says: 'one in ten requests to origins took more than 3 s to its first byte',
  },
  {
    id: 'alarm-hit-rate',
    label: 'Alarm on cache misses',
    hint: 'CacheHitRate below 50 %; needs additional metrics',
    name: 'FewHits',
    metric: 'CacheHitRate',
    comparison: 'LessThanThreshold',
    threshold: 50,
    says: 'caches answered less than half of what they could',
  },
]

function alarmOf({ metric, comparison, threshold, says }: AlarmKind, distribution: LogicalId): Resource {
  const isPercentile = cloudFrontMetrics[metric]?.statistic === 'Percentile'
  const config: JsonObject = {
    AlarmDescription: `CloudFront: ${says}. Create it in us-east-1, where CloudFront's metrics are.`,
    Namespace: metricsNamespace,
    MetricName: metric,
    Dimensions: [
      { Name: 'DistributionId', Value: { ref: distribution } },
      { Name: 'Region', Value: 'Global' },
    ],
    ...(isPercentile
      ? { ExtendedStatistic: 'p90' }
      : { Statistic: cloudFrontMetrics[metric]?.statistic ?? 'Average' }),
    Period: 300,
    EvaluationPeriods: 3,
    DatapointsToAlarm: 2,
    Threshold: threshold,
    ComparisonOperator: comparison,
    // A distribution that nobody asks has no data, and no trouble.
    TreatMissingData: 'notBreaching',
  }
  return { type: 'AWS::CloudWatch::Alarm', config }
}

const hasMetrics = (document: DesignDocument, distribution: LogicalId): boolean =>
  resourcesOf(document, 'MonitoringSubscription').some(
    ({ config: { DistributionId: of } }) =>
      (isRef(of) && of.ref === distribution) || isUnknown(of) || distributionsIn(document).length === 1,
  )

/** Adds an alarm, and the additional metrics that it watches where the distribution has none. */
export function addAlarm(
  document: DesignDocument,
  distribution: LogicalId,
  kind: AlarmKind,
): { edit: Edit; id: LogicalId } {
  const alarm = addResource(document, `${distribution}${kind.name}`, alarmOf(kind, distribution))
  if (!cloudFrontMetrics[kind.metric]?.isAdditional || hasMetrics(document, distribution)) return alarm
  const metrics = addResource(document, `${distribution}Metrics`, {
    type: 'MonitoringSubscription',
    config: {
      DistributionId: { ref: distribution },
      MonitoringSubscription: {
        RealtimeMetricsSubscriptionConfig: { RealtimeMetricsSubscriptionStatus: 'Enabled' },
      },
    },
  })
  return {
    id: alarm.id,
    edit: combine(`Add ${inSentence(kind.label)} with additional metrics`, [metrics.edit, alarm.edit]),
  }
}
