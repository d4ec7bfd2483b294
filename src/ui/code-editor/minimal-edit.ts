/** The one stretch in which two texts differ: from `start` to `end` of the old text stands `text` in the new one. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The smallest single replacement that makes `before` into `after`; undefined where they are the same. */
export function minimalEdit(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let tail = 0
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) }
}
