/** Replacements in a text, collected first and applied once, so that offsets stay those of the original. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Applies splices that lie within [from, to) to that part of the text; they must not overlap. What is put in where the
 * part begins stands behind what came before, and is of that part.
 */
export function applySplices(text: string, splices: readonly Splice[], from = 0, to = text.length): string {
  let result = ''
  let last = from
  const inside = splices.filter(
    ({ start, end }) => end <= to && (start > from || (start === from && (from === 0 || end > start))),
  )
  for (const { start, end, text: replacement } of inside.toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    result += text.slice(last, start) + replacement
    last = end
  }
  return result + text.slice(last, to)
}

/** The offset at which the line of `offset` starts. */
export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1

/** The offset behind the line break of the line of `offset`, or the text's end. */
export const nextLine = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end + 1
}

export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset)
