/** Byte ranges (RFC 9110 §14). Both ends are inclusive. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

const specifier = /^(\d*)-(\d*)$/

/**
 * The ranges of a `Range` field over a representation of `size` bytes.
 * `none`: no byte range, or malformed, so that everything is served; `unsatisfiable`: 416.
 */
export function parseRange(
  field: string | null,
  size: number,
): readonly ByteRange[] | 'none' | 'unsatisfiable' {
  const list = field === null ? null : /^\s*bytes\s*=\s*(.+)$/i.exec(field)?.[1]
  if (list === null || list === undefined) return 'none'
  const ranges: ByteRange[] = []
  for (const item of list.split(',')) {
    const [, first = '', last = ''] = specifier.exec(item.trim()) ?? []
    if (first === '' && last === '') return 'none'
    if (first !== '' && last !== '' && Number(last) < Number(first)) return 'none'
    const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
    const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
    if (start < size && (first !== '' || Number(last) > 0)) ranges.push({ start, end })
  }
  return ranges.length === 0 ? 'unsatisfiable' : ranges
}

/** True where the ranges neither overlap nor run backwards; CloudFront serves everything otherwise. */
export const areOrdered = (ranges: readonly ByteRange[]): boolean =>
  ranges.every((range, index) => index === 0 || range.start > (ranges[index - 1]?.end ?? -1))
