import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import './line-chart.css'
import styles from './line-chart.module.css'

const height = 190

export interface Line {
  readonly label: string
  /** The token of its color: `--good`. */
  readonly token: string
  /** One for each time; null where there is none. */
  readonly values: readonly (number | null)[]
}
export interface LineChartProps {
  /** Says to those who do not see it what it shows; figures stand beside it. */
  readonly label: string
  /** Seconds since 1970. */
  readonly times: readonly number[]
  readonly lines: readonly Line[]
  readonly className?: string | undefined
  /** The first and the last second that are shown, where the times do not say it. */
  readonly span?: readonly [number, number]
}

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

/** What tells lines apart where colors are forced: of dashes and gaps, in pixels. */
const dashes = [[], [8, 4], [2, 3], [12, 3, 2, 3], [5, 2]]
const borders = ['solid', 'dashed', 'dotted', 'double', 'dashed']

function draw(element: HTMLElement, { times, lines, span }: LineChartProps): uPlot {
  const line = colorOf(element, '--line')
  const text = colorOf(element, '--muted')
  const isPlain = matchMedia('(forced-colors: active)').matches
  const axis = { stroke: text, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } }
  return new uPlot(
    {
      width: Math.max(200, element.clientWidth),
      height,
      ...(span && { scales: { x: { range: [...span] } } }),
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
      series: [
        { label: 'Time (UTC)' },
        ...lines.map(({ label, token }, at) => ({
          label,
          ...(isPlain && { dash: dashes[at % dashes.length] ?? [] }),
          stroke: colorOf(element, token),
          width: 1.5,
          points: { show: times.length < 3 },
        })),
      ],
      axes: [
        { ...axis, values: timeLabels },
        { ...axis, size: 60 },
      ],
      legend: {
        live: true,
        ...(isPlain && {
          markers: {
            width: 3,
            dash: (_: uPlot, at: number) => borders[(at - 1) % borders.length] ?? 'solid',
          },
        }),
      },
    },
    [[...times], ...lines.map(({ values }) => [...values])],
    element,
  )
}

/** Lines over time, in the colors of the theme that is on and as wide as its place. */
export function LineChart({ label, times, lines, className, span }: LineChartProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const shown = { label, times, lines, ...(span && { span }) }
    let chart = draw(element, shown)
    const again = () => {
      chart.destroy()
      chart = draw(element, shown)
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
  }, [label, times, lines, span])
  return <div ref={place} className={`${styles['chart']} ${className ?? ''}`} role="img" aria-label={label} />
}
