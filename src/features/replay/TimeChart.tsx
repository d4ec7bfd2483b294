import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { TimeGroup } from '#core/replay/report/counts.ts'
import styles from './replay.module.css'

const height = 190

const series = [
  { label: 'Requests', token: '--muted', of: ({ requests }: TimeGroup) => requests },
  { label: 'Hits', token: '--good', of: ({ hits }: TimeGroup) => hits },
  { label: 'RefreshHits', token: '--info', of: ({ refreshHits }: TimeGroup) => refreshHits },
  { label: 'Misses', token: '--warning', of: ({ misses }: TimeGroup) => misses },
  { label: 'Errors', token: '--error', of: ({ errors }: TimeGroup) => errors },
] as const

/** A token's color as the canvas needs it: resolved for the theme that is on. */
function colorOf(element: HTMLElement, token: string): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${token})`
  element.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

/** Days where the marks are days apart, else hours and minutes, in UTC. */
function timeLabels(_: uPlot, seconds: number[], __: number, ___: number, apart: number): string[] {
  return seconds.map((at) => {
    const text = new Date(at * 1000).toISOString()
    return apart >= 86_400 ? text.slice(5, 10) : text.slice(11, 16)
  })
}

function draw(element: HTMLElement, groups: readonly TimeGroup[]): uPlot {
  const line = colorOf(element, '--line')
  const text = colorOf(element, '--muted')
  const axis = { stroke: text, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } }
  return new uPlot(
    {
      width: Math.max(200, element.clientWidth),
      height,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
      series: [
        { label: 'Time (UTC)' },
        ...series.map(({ label, token }) => ({
          label,
          stroke: colorOf(element, token),
          width: 1.5,
          points: { show: groups.length < 3 },
        })),
      ],
      axes: [
        { ...axis, values: timeLabels },
        { ...axis, size: 60 },
      ],
      legend: { live: true },
    },
    [groups.map(({ start }) => start / 1000), ...series.map(({ of }) => groups.map(of))],
    element,
  )
}

/** Requests over time by what became of them. The tables hold the same figures for those who do not see it. */
export function TimeChart({ groups }: { readonly groups: readonly TimeGroup[] }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (!element) return
    let chart = draw(element, groups)
    const again = () => {
      chart.destroy()
      chart = draw(element, groups)
    }
    const sizes = new ResizeObserver(() =>
      chart.setSize({ width: Math.max(200, element.clientWidth), height }),
    )
    sizes.observe(element)
    const themes = new MutationObserver(again)
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    scheme.addEventListener('change', again)
    return () => {
      sizes.disconnect()
      themes.disconnect()
      scheme.removeEventListener('change', again)
      chart.destroy()
    }
  }, [groups])
  return (
    <div
      ref={place}
      className={styles['chart']}
      role="img"
      aria-label="Requests over time: hits, RefreshHits, misses and errors"
    />
  )
}
