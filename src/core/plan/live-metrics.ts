/** CloudWatch's figures of a live distribution: what is asked for, and what it comes to over a span of time. */
import { cloudFrontMetrics } from '#core/model/metrics.ts'

export type MetricUnit = 'count' | 'bytes' | 'percent' | 'milliseconds'

export interface MetricPoint {
  /** Milliseconds since 1970: the start of the period. */
  readonly at: number
  readonly value: number
}
export interface MetricSeries {
  readonly metric: string
  readonly unit: MetricUnit
  readonly points: readonly MetricPoint[]
}
export interface LiveMetrics {
  readonly distribution: string
  readonly from: number
  readonly to: number
  /** Seconds that a point stands for. */
  readonly period: number
  /** Metrics that had a value; the additional ones only where they are turned on. */
  readonly series: readonly MetricSeries[]
}

export interface MetricQuery {
  readonly metric: string
  readonly stat: string
  readonly unit: MetricUnit
}

function unitOf(metric: string): MetricUnit {
  if (metric.startsWith('Bytes')) return 'bytes'
  if (metric === 'OriginLatency') return 'milliseconds'
  return metric.endsWith('Rate') ? 'percent' : 'count'
}

/** One for each metric of a distribution; of a percentile the 90th, which is what slow viewers wait. */
export const metricQueries: readonly MetricQuery[] = Object.entries(cloudFrontMetrics).flatMap(
  ([metric, { statistic, of }]) =>
    of === 'distribution'
      ? [{ metric, stat: statistic === 'Percentile' ? 'p90' : statistic, unit: unitOf(metric) }]
      : [],
)

const hour = 3_600_000
const finest = 60
/** The longest span that is asked for: CloudWatch keeps hours for 455 days, and no chart shows more. */
export const mostHours = 24 * 31

/** The period of a point in seconds, so that a span has at most some hundred of them and CloudWatch still keeps it. */
export function periodFor(hours: number): number {
  if (hours <= 3) return finest
  if (hours <= 24) return 5 * finest
  return hours <= 24 * 7 ? hour / 1000 : 6 * (hour / 1000)
}

/** The span before `now` in whole periods. */
export function spanBefore(now: number, hours: number): { readonly from: number; readonly to: number } {
  const step = periodFor(hours) * 1000
  const to = Math.ceil(now / step) * step
  return { from: to - Math.ceil((hours * hour) / step) * step, to }
}

export interface MetricFigure {
  readonly metric: string
  readonly unit: MetricUnit
  /** The sum of counts and bytes; of rates the mean weighted by requests, of latency the highest. */
  readonly value: number
}

function figureOf(
  { metric, unit, points }: MetricSeries,
  requests: ReadonlyMap<number, number>,
): MetricFigure {
  const values = points.map(({ value }) => value)
  if (unit === 'count' || unit === 'bytes')
    return { metric, unit, value: values.reduce((sum, value) => sum + value, 0) }
  if (unit === 'milliseconds') return { metric, unit, value: Math.max(0, ...values) }
  const weights = points.map(({ at }) => requests.get(at) ?? 0)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const weighted = values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0)
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  return { metric, unit, value: all > 0 ? weighted / all : mean }
}

/** What the span comes to: a rate of a busy hour counts for more than that of a quiet one. */
export function metricFigures({ series }: LiveMetrics): readonly MetricFigure[] {
  const requests = new Map(
    series.find(({ metric }) => metric === 'Requests')?.points.map(({ at, value }) => [at, value]),
  )
  return series.map((one) => figureOf(one, requests))
}

/** A figure in the words of the page and the command. */
export function metricText({ unit, value }: Pick<MetricFigure, 'unit' | 'value'>): string {
  if (unit === 'percent') return `${value.toFixed(value < 10 ? 2 : 1)} %`
  if (unit === 'milliseconds') return `${Math.round(value)} ms`
  if (unit === 'count') return Math.round(value).toLocaleString('en-US')
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB']
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)))
  return `${(value / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`
}
