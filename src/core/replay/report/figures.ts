/** Figures of a report in words, the same in the page and on a terminal. */

import { ratioInWords } from '#core/model/ratio.ts'

/** What a figure counts, which says how it is written. */
export type Kind = 'count' | 'bytes' | 'ratio' | 'dollars' | 'seconds' | 'factor'

export const count = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 0 })
export const percent = (ratio: number | null | undefined): string =>
  ratio === null || ratio === undefined ? '–' : ratioInWords(ratio)
/** Cents, and what is less than one in as many digits as it takes. */
export const money = (value: number): string =>
  value > 0 && value < 0.01
    ? `$${value.toPrecision(1)}`
    : `$${value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`

const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB']
export function bytes(value: number): string {
  let size = value
  let unit = 0
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  return `${size.toFixed(unit === 0 ? 0 : 1)} ${units[unit]}`
}

const writers: Readonly<Record<Kind, (value: number) => string>> = {
  count,
  bytes,
  ratio: percent,
  dollars: money,
  seconds: (value) => `${(value * 1000).toFixed(0)} ms`,
  factor: (value) => `${value.toFixed(2)}×`,
}

export const inWords = (kind: Kind, value: number | null): string =>
  value === null ? '–' : writers[kind](value)

/** A difference with its sign; that of two ratios is in points. */
export function changeInWords(kind: Kind, value: number | null): string {
  if (value === null) return '–'
  const sign = value > 0 ? '+' : value < 0 ? '−' : '±'
  const size = Math.abs(value)
  return kind === 'ratio' ? `${sign}${(size * 100).toFixed(1)} points` : `${sign}${inWords(kind, size)}`
}
