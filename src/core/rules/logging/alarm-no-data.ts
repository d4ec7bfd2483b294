import { cloudFrontMetrics, type Metric, metricsNamespace } from '#core/model/metrics.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { foreignOf, listIn, type PlacedForeign, textIn } from '#core/rules/lookup/foreign.ts'

/** The dimensions by their names; undefined where the deployment decides some. */
function dimensionsOf({ config }: PlacedForeign): ReadonlyMap<string, unknown> | undefined {
  const pairs = listIn(config['Dimensions'])?.map((one): [string | undefined, unknown] =>
    typeof one === 'object' && one !== null && 'Name' in one && 'Value' in one
      ? [textIn(one.Name), one.Value]
      : [undefined, undefined],
  )
  if (!pairs || pairs.some(([name]) => name === undefined)) return undefined
  return new Map(pairs.map(([name = '', value]) => [name, value]))
}

/** Why CloudWatch has no data for it, with the field that says so; undefined where nothing is wrong. */
function fault(alarm: PlacedForeign, metric: Metric): [field: string, why: string] | undefined {
  const dimensions = dimensionsOf(alarm)
  if (dimensions) {
    const wanted = metric.of === 'function' ? 'FunctionName' : 'DistributionId'
    if (!dimensions.has(wanted)) return ['Dimensions', `names no ${wanted}; add that dimension`]
    const region = dimensions.get('Region')
    if (region === undefined)
      return ['Dimensions', 'names no Region; add that dimension with the value “Global”']
    const text = textIn(region)
    if (text !== undefined && text !== 'Global')
      return ['Dimensions', `has the Region “${text}”, and CloudFront’s is always “Global”`]
  }
  const statistic = textIn(alarm.config['Statistic'])
  if (metric.statistic === 'Percentile')
    return statistic === undefined
      ? undefined
      : ['Statistic', `asks for the ${statistic}, and only percentiles apply to it; use ExtendedStatistic`]
  return statistic === undefined || statistic === metric.statistic
    ? undefined
    : ['Statistic', `asks for the ${statistic}, and only the ${metric.statistic} applies to it`]
}

export const loggingAlarmNoData = defineRule({
  id: 'logging/alarm-no-data',
  severity: 'warning',
  sees: 'shared',
  summary: 'An alarm does not ask for CloudFront’s metric as it is published.',
  why: 'CloudFront publishes each metric in us-east-1 with the dimensions DistributionId (or FunctionName) and Region, which is always Global, and one statistic applies to each. An alarm with other dimensions rests at INSUFFICIENT_DATA.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html',
  code: null,

  *check({ document }) {
    for (const alarm of foreignOf(document, 'AWS::CloudWatch::Alarm')) {
      if (alarm.config['Namespace'] !== metricsNamespace) continue
      const name = textIn(alarm.config['MetricName'])
      const metric = name === undefined ? undefined : cloudFrontMetrics[name]
      if (name === undefined || !metric) continue
      const found = fault(alarm, metric)
      if (!found) continue
      yield {
        path: [...alarm.path, found[0]],
        ...(found[0] === 'Statistic' && { severity: 'info' as const }),
        message: `The alarm “${alarm.id}” on CloudFront’s metric “${name}” ${found[1]}.`,
      }
    }
  },
})
