import { useMemo } from 'react'
import { inReadableSteps } from '#core/replay/report/coarser.ts'
import type { TimeGroup } from '#core/replay/report/counts.ts'
import { counted } from '#things/counted.ts'
import { LineChart } from '#ui/LineChart.tsx'
import styles from './replay.module.css'

const series = [
  { label: 'Requests', token: '--muted', of: ({ requests }: TimeGroup) => requests },
  { label: 'Hits', token: '--good', of: ({ hits }: TimeGroup) => hits },
  { label: 'RefreshHits', token: '--info', of: ({ refreshHits }: TimeGroup) => refreshHits },
  { label: 'Misses', token: '--warning', of: ({ misses }: TimeGroup) => misses },
  { label: 'Errors', token: '--error', of: ({ errors }: TimeGroup) => errors },
] as const

/** How long each point of the line is, in minutes. */
const minutesOf = ([first, second]: readonly TimeGroup[]): number =>
  first && second ? Math.round((second.start - first.start) / 60_000) : 1

/** Requests over time by what became of them. The tables hold the same figures for those who do not see it. */
export function TimeChart({ groups }: { readonly groups: readonly TimeGroup[] }) {
  const steps = useMemo(() => inReadableSteps(groups), [groups])
  const times = useMemo(() => steps.map(({ start }) => start / 1000), [steps])
  const lines = useMemo(
    () => series.map(({ label, token, of }) => ({ label, token, values: steps.map(of) })),
    [steps],
  )
  const minutes = minutesOf(steps)
  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['note']}>
        Requests per {minutes === 1 ? 'minute' : counted(minutes, 'minute')}
      </figcaption>
      <LineChart
        label="Requests over time: hits, RefreshHits, misses and errors"
        times={times}
        lines={lines}
        className={styles['chart']}
      />
    </figure>
  )
}
