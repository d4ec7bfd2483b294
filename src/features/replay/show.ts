/** Figures in words. */
export const count = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 0 })
export const percent = (ratio: number | null | undefined): string =>
  ratio === null || ratio === undefined ? '–' : `${(ratio * 100).toFixed(1)} %`
export const money = (value: number): string =>
  `$${value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`

export function bytes(value: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB']
  let size = value
  let unit = 0
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  return `${size.toFixed(unit === 0 ? 0 : 1)} ${units[unit]}`
}

/** A difference with its sign. */
export function change(what: string, value: number | null): string {
  if (value === null) return '–'
  const sign = value > 0 ? '+' : value < 0 ? '−' : '±'
  const size = Math.abs(value)
  if (what === 'hit ratio') return `${sign}${(size * 100).toFixed(1)} points`
  return `${sign}${shown(what, size)}`
}

export function shown(what: string, value: number | null): string {
  if (value === null) return '–'
  if (what === 'hit ratio') return percent(value)
  if (what.startsWith('bytes')) return bytes(value)
  return what.startsWith('dollars') ? money(value) : count(value)
}
