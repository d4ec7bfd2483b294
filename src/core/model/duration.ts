/** Seconds as people write them: `1d 2h`, `90`, `15m`. */
const units: readonly (readonly [unit: string, seconds: number])[] = [
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
]

/** `93600` as `1d 2h`; below a minute, and for what is no whole number, the number itself. */
export function formatSeconds(seconds: number): string {
  if (!Number.isInteger(seconds) || seconds < 60) return String(seconds)
  let left = seconds
  const parts: string[] = []
  for (const [unit, size] of units) {
    const count = Math.floor(left / size)
    if (count > 0) parts.push(`${count}${unit}`)
    left -= count * size
  }
  return parts.join(' ')
}

/** Seconds from `1d 2h`, `90` or `15m`; undefined where the text is none of these. */
export function parseSeconds(text: string): number | undefined {
  const trimmed = text.trim().toLowerCase()
  if (/^\d+$/.test(trimmed)) return Number(trimmed)
  if (!/^(\d+\s*[dhms]\s*)+$/.test(trimmed)) return undefined
  return [...trimmed.matchAll(/(\d+)\s*([dhms])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (units.find(([name]) => name === unit)?.[1] ?? 0),
    0,
  )
}
