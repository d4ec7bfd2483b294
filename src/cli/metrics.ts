/** `frontage metrics`: CloudWatch's figures of a live distribution. */
import { liveMetrics } from '#aws/live-metrics.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import { type LiveMetrics, type MetricPoint, metricFigures, metricText } from '#core/plan/live-metrics.ts'
import { servicesWith } from './choices.ts'
import { type AccountOptions, clientOf } from './reach.ts'
import type { Credentials } from './signer.ts'
import { exitStatus, print, tell } from './status.ts'

export interface MetricsOptions extends AccountOptions {
  /** Hours. */
  readonly last: number
  readonly format: 'text' | 'json'
}

const bars = '▁▂▃▄▅▆▇█'
const columns = 40

/** The course of a metric in one line, each column the mean of its part of the span. */
function sparkline(points: readonly MetricPoint[], { from, to }: LiveMetrics): string {
  const parts = Array.from({ length: columns }, (): number[] => [])
  for (const { at, value } of points)
    parts[Math.min(columns - 1, Math.floor(((at - from) / (to - from)) * columns))]?.push(value)
  const means = parts.map((part) =>
    part.length === 0 ? undefined : part.reduce((a, b) => a + b, 0) / part.length,
  )
  const most = Math.max(...means.map((mean) => mean ?? 0))
  return means
    .map((mean) =>
      mean === undefined ? ' ' : (bars[most === 0 ? 0 : Math.round((mean / most) * (bars.length - 1))] ?? ''),
    )
    .join('')
}

function table(metrics: LiveMetrics): string {
  return metricFigures(metrics)
    .map(({ metric, unit, value }) => {
      const points = metrics.series.find((one) => one.metric === metric)?.points ?? []
      return `${metric.padEnd(16)} ${metricText({ unit, value }).padStart(14)}  ${sparkline(points, metrics)}`.trimEnd()
    })
    .join('\n')
}

/** For the page, with the credentials that it chose. */
export const metricsWith = (credentials: Credentials, endpoint: string, id: string, hours: number) =>
  liveMetrics(servicesWith(credentials, endpoint).cloudwatch, id, hours, Date.now())

export async function metrics(id: string, { last, format, ...options }: MetricsOptions): Promise<number> {
  const client = clientOf(options)
  if (!client.ok) {
    tell(client.error)
    return exitStatus.unreadable
  }
  try {
    const { cloudwatch } = servicesWith(client.value.config.credentials, options.endpointUrl)
    const found = await liveMetrics(cloudwatch, id, last, Date.now())
    if (format === 'json') await print(JSON.stringify({ ...found, figures: metricFigures(found) }, null, 2))
    else if (found.series.length > 0) await print(table(found))
    if (found.series.length === 0)
      tell(`CloudWatch has no figures of “${id}” in this time; check the id and the account.`)
    return exitStatus.ok
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    tell(error.message)
    return exitStatus.unreadable
  }
}
