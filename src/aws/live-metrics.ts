/**
 * A distribution's metrics, which CloudWatch has in us-east-1.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
 */
import type { CloudWatch, MetricDataResult } from '@aws-sdk/client-cloudwatch'
import { metricsNamespace } from '#core/model/metrics.ts'
import {
  type LiveMetrics,
  type MetricPoint,
  metricQueries,
  periodFor,
  spanBefore,
} from '#core/plan/live-metrics.ts'
import { attempt } from './errors.ts'

const idOf = (index: number) => `m${index}`

const queriesFor = (distribution: string, Period: number) =>
  metricQueries.map(({ metric, stat }, index) => ({
    Id: idOf(index),
    MetricStat: {
      Metric: {
        Namespace: metricsNamespace,
        MetricName: metric,
        Dimensions: [
          { Name: 'DistributionId', Value: distribution },
          { Name: 'Region', Value: 'Global' },
        ],
      },
      Period,
      Stat: stat,
    },
  }))

const pointsIn = ({ Timestamps = [], Values = [] }: MetricDataResult): readonly MetricPoint[] =>
  Timestamps.map((time, index) => ({ at: time.getTime(), value: Values[index] ?? 0 }))

async function resultsOf(
  cloudWatch: CloudWatch,
  input: Parameters<CloudWatch['getMetricData']>[0],
): Promise<readonly MetricDataResult[]> {
  const found: MetricDataResult[] = []
  let NextToken: string | undefined
  do {
    const page = await cloudWatch.getMetricData({ ...input, ...(NextToken !== undefined && { NextToken }) })
    found.push(...(page.MetricDataResults ?? []))
    NextToken = page.NextToken
  } while (NextToken !== undefined && NextToken !== '')
  return found
}

/** The figures of the last hours; a metric without a value is left out. */
export async function liveMetrics(
  cloudWatch: CloudWatch,
  distribution: string,
  hours: number,
  now: number,
): Promise<LiveMetrics> {
  const { from, to } = spanBefore(now, hours)
  const period = periodFor(hours)
  const results = await attempt(`Reading the metrics of “${distribution}”`, () =>
    resultsOf(cloudWatch, {
      MetricDataQueries: queriesFor(distribution, period),
      StartTime: new Date(from),
      EndTime: new Date(to),
      ScanBy: 'TimestampAscending',
    }),
  )
  const series = metricQueries.flatMap(({ metric, unit }, index) => {
    const points = results.filter(({ Id }) => Id === idOf(index)).flatMap(pointsIn)
    return points.length === 0 ? [] : [{ metric, unit, points: points.toSorted((a, b) => a.at - b.at) }]
  })
  return { distribution, from, to, period, series }
}
