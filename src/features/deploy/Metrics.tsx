import { useMemo } from 'react'
import { type LiveMetrics, metricFigures, metricText } from '#core/plan/live-metrics.ts'
import { useDeployment } from '#state/deployment.ts'
import { useDocument } from '#state/design.ts'
import { readMetrics, useLiveMetrics } from '#state/live-metrics.ts'
import { Button } from '#ui/Button.tsx'
import { type Line, LineChart } from '#ui/LineChart.tsx'
import styles from './deploy.module.css'

const spans = [
  { hours: 3, label: '3 hours' },
  { hours: 24, label: '1 day' },
  { hours: 168, label: '7 days' },
] as const

/** What is drawn together: figures of one unit. */
const charts = [
  { title: 'Requests', metrics: [['Requests', '--info']] },
  {
    title: 'Errors and hits, in percent',
    metrics: [
      ['4xxErrorRate', '--warning'],
      ['5xxErrorRate', '--error'],
      ['CacheHitRate', '--good'],
    ],
  },
  { title: 'Origin latency (p90), in milliseconds', metrics: [['OriginLatency', '--warning']] },
] as const

function Chart({ title, metrics, of }: (typeof charts)[number] & { readonly of: LiveMetrics }) {
  const { times, lines, span } = useMemo(() => {
    const found = metrics.flatMap(([name, token]) => {
      const series = of.series.find(({ metric }) => metric === name)
      return series
        ? [{ name, token, values: new Map(series.points.map(({ at, value }) => [at, value])) }]
        : []
    })
    const all = [...new Set(found.flatMap(({ values }) => [...values.keys()]))].toSorted((a, b) => a - b)
    const drawn = found.map(
      ({ name, token, values }): Line => ({
        label: name,
        token,
        values: all.map((at) => values.get(at) ?? null),
      }),
    )
    const ends: readonly [number, number] = [of.from / 1000, of.to / 1000]
    return { times: all.map((at) => at / 1000), lines: drawn, span: ends }
  }, [of, metrics])
  if (lines.length === 0) return null
  return (
    <figure className={styles['chart']}>
      <figcaption>{title}</figcaption>
      <LineChart label={title} times={times} lines={lines} span={span} />
    </figure>
  )
}

function Figures({ id, of }: { readonly id: string; readonly of: LiveMetrics }) {
  const figures = metricFigures(of)
  if (figures.length === 0) return <p>CloudWatch has no figures of {id} in this time.</p>
  return (
    <>
      <dl className={styles['figures']} aria-label={`Figures of ${id}`}>
        {figures.map(({ metric, unit, value }) => (
          <div key={metric}>
            <dt>{metric}</dt>
            <dd>{metricText({ unit, value })}</dd>
          </div>
        ))}
      </dl>
      <div className={styles['charts']}>
        {charts.map((chart) => (
          <Chart key={chart.title} {...chart} of={of} />
        ))}
      </div>
    </>
  )
}

/** What CloudWatch counted for the distributions of the design that are in the account. */
export function Metrics() {
  const { resources } = useDocument()
  const { live, plan } = useDeployment()
  const { hours, metrics, isBusy, failure } = useLiveMetrics()
  const sites = Object.keys(live).filter((id) => resources[id]?.type === 'Distribution')
  if (!plan || sites.length === 0) return null
  return (
    <section className={styles['card']} aria-label="Metrics">
      <div className={styles['bar']}>
        <b>Metrics of CloudWatch</b>
        {spans.map((span) => (
          <Button
            key={span.hours}
            isDisabled={isBusy}
            kind={metrics.size > 0 && hours === span.hours ? 'primary' : 'quiet'}
            onPress={() => void readMetrics(sites, span.hours)}
          >
            {span.label}
          </Button>
        ))}
        {isBusy && <span role="status">Asking CloudWatch…</span>}
      </div>
      {failure && (
        <p className={styles['failure']} role="alert">
          {failure}
        </p>
      )}
      {[...metrics].map(([id, of]) => (
        <Figures key={id} id={id} of={of} />
      ))}
    </section>
  )
}
