import { expect, test } from 'vitest'
import { cloudFrontMetrics } from '#core/model/metrics.ts'
import { metricFigures, metricQueries, metricText, mostHours, periodFor, spanBefore } from './live-metrics.ts'

test('every metric of a distribution is asked for, each once', () => {
  const wanted = Object.entries(cloudFrontMetrics).flatMap(([name, { of }]) =>
    of === 'distribution' ? [name] : [],
  )
  expect(metricQueries.map(({ metric }) => metric)).toEqual(wanted)
})

test.each([1, 3, 4, 24, 25, 168, 169, mostHours])(
  '%i hours are whole periods, at most some hundred',
  (hours) => {
    const now = Date.UTC(2026, 10, 30, 12, 34, 56)
    const { from, to } = spanBefore(now, hours)
    const step = periodFor(hours) * 1000
    expect([from % step, to % step]).toEqual([0, 0])
    expect(to).toBeGreaterThanOrEqual(now)
    expect(from).toBeLessThanOrEqual(now - hours * 3_600_000 + step)
    expect((to - from) / step).toBeLessThanOrEqual(300)
  },
)

const series = (metric: string, unit: 'count' | 'percent' | 'milliseconds', values: readonly number[]) => ({
  metric,
  unit,
  points: values.map((value, at) => ({ at, value })),
})
const metrics = (...all: ReturnType<typeof series>[]) =>
  metricFigures({ distribution: 'E1', from: 0, to: 3, period: 60, series: all }).map(({ value }) => value)

test('a rate is weighted by requests, counts are summed, of latency the worst is told', () => {
  expect(
    metrics(
      series('Requests', 'count', [900, 100]),
      series('5xxErrorRate', 'percent', [0, 10]),
      series('OriginLatency', 'milliseconds', [20, 300]),
    ),
  ).toEqual([1000, 1, 300])
  expect(metrics(series('5xxErrorRate', 'percent', [2, 4]))).toEqual([3])
})

test('figures are read as people say them', () => {
  expect(metricText({ unit: 'bytes', value: 0 })).toBe('0 B')
  expect(metricText({ unit: 'bytes', value: 12_345_678 })).toBe('12.3 MB')
  expect(metricText({ unit: 'percent', value: 98.76 })).toBe('98.8 %')
  expect(metricText({ unit: 'percent', value: 0.126 })).toBe('0.13 %')
  expect(metricText({ unit: 'count', value: 1_234_567.4 })).toBe('1,234,567')
})
