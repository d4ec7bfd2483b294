import type { LogicalId } from '#core/model/document.ts'
import { type LiveMetrics, metricFigures, metricText } from '#core/plan/live-metrics.ts'
import { useLiveMetrics } from '#state/live-metrics.ts'
import styles from './node.module.css'

/** What a head has room for, the first that there is of each: CacheHitRate exists only where it is paid for. */
const shown = [
  { metric: 'CacheHitRate', word: 'hits' },
  { metric: 'TotalErrorRate', word: 'errors' },
  { metric: '5xxErrorRate', word: '5xx' },
] as const

const spans: Readonly<Record<number, string>> = { 3: '3 hours', 24: 'day', 168: '7 days' }

function textsOf(of: LiveMetrics): readonly string[] {
  const figures = metricFigures(of)
  return shown.flatMap(({ metric, word }) => {
    const figure = figures.find((one) => one.metric === metric)
    return figure ? [`${metricText(figure)} ${word}`] : []
  })
}

/** What CloudWatch counted for a distribution, where it was read in Ship. */
export function LiveFigures({ owner }: { readonly owner: LogicalId }) {
  const of = useLiveMetrics((state) => state.metrics.get(owner))
  const hours = useLiveMetrics((state) => state.hours)
  const texts = of ? textsOf(of).slice(0, 2) : []
  if (texts.length === 0) return null
  const text = texts.join(' · ')
  return (
    <span
      className={styles['badge']}
      title={`CloudWatch, the last ${spans[hours] ?? `${hours} hours`}: ${text}`}
      data-testid="live-figures"
    >
      ☁ {text}
    </span>
  )
}
