import { useMemo } from 'react'
import type { TimeGroup } from '#core/replay/report/counts.ts'
import { LineChart } from '#ui/LineChart.tsx'
import styles from './replay.module.css'

const series = [
  { label: 'Requests', token: '--muted', of: ({ requests }: TimeGroup) => requests },
  { label: 'Hits', token: '--good', of: ({ hits }: TimeGroup) => hits },
  { label: 'RefreshHits', token: '--info', of: ({ refreshHits }: TimeGroup) => refreshHits },
  { label: 'Misses', token: '--warning', of: ({ misses }: TimeGroup) => misses },
  { label: 'Errors', token: '--error', of: ({ errors }: TimeGroup) => errors },
] as const

/** Requests over time by what became of them. The tables hold the same figures for those who do not see it. */
export function TimeChart({ groups }: { readonly groups: readonly TimeGroup[] }) {
  const times = useMemo(() => groups.map(({ start }) => start / 1000), [groups])
  const lines = useMemo(
    () => series.map(({ label, token, of }) => ({ label, token, values: groups.map(of) })),
    [groups],
  )
  return (
    <LineChart
      label="Requests over time: hits, RefreshHits, misses and errors"
      times={times}
      lines={lines}
      className={styles['chart']}
    />
  )
}
