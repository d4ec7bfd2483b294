/** Metrics over HTTP against moto and ministack. */
import { CloudWatch } from '@aws-sdk/client-cloudwatch'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { metricFigures } from '#core/plan/live-metrics.ts'
import { type StandIn, startMinistack, startMoto } from '#fixtures/aws-stand-ins.ts'
import { liveMetrics } from './live-metrics.ts'

const standIns = new Map<string, StandIn>()
beforeAll(async () => {
  standIns.set('moto', await startMoto())
  standIns.set('ministack', await startMinistack())
}, 90_000)
afterAll(() => Promise.all([...standIns.values()].map(({ stop }) => stop())))

const minute = 60_000
const now = Math.floor(Date.now() / minute) * minute

async function filled(name: string): Promise<CloudWatch> {
  const { endpoint = '' } = standIns.get(name) ?? {}
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const client = new CloudWatch({ region: 'us-east-1', endpoint, credentials, maxAttempts: 1 })
  const put = (MetricName: string, ago: number, Value: number, id = 'E1') =>
    client.putMetricData({
      Namespace: 'AWS/CloudFront',
      MetricData: [
        {
          MetricName,
          Value,
          Timestamp: new Date(now - ago * minute),
          Dimensions: [
            { Name: 'DistributionId', Value: id },
            { Name: 'Region', Value: 'Global' },
          ],
        },
      ],
    })
  for (const [ago, requests, errors] of [
    [30, 900, 0],
    [20, 100, 10],
  ] as const) {
    await put('Requests', ago, requests)
    await put('5xxErrorRate', ago, errors)
  }
  await put('Requests', 20, 7777, 'E2')
  return client
}

test.each(['moto', 'ministack'])(
  '%s: the metrics of one distribution, in the order of time',
  async (name) => {
    const metrics = await liveMetrics(await filled(name), 'E1', 3, now)
    expect(metrics.period).toBe(60)
    const requests = metrics.series.find(({ metric }) => metric === 'Requests')
    expect(requests?.points.map(({ value }) => value).filter((value) => value > 0)).toEqual([900, 100])
    const figures = new Map(metricFigures(metrics).map(({ metric, value }) => [metric, value]))
    expect(figures.get('Requests')).toBe(1000)
    expect(figures.get('5xxErrorRate')).toBeCloseTo(1)
    expect(figures.has('OriginLatency')).toBe(false)
  },
)
