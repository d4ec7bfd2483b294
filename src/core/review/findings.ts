/** Which findings of the rules come with a change, which go with it. */

interface Finding {
  readonly rule: string
  readonly message: string
  readonly path: string
}
export interface FindingsChange<T> {
  readonly new: readonly T[]
  readonly gone: readonly T[]
  readonly unchanged: number
}

/** A place in a list is no part of a thing's identity: what stands before it may come and go. */
const withoutPlaces = (path: string) => path.replaceAll(/\/\d+(?=\/|$)/g, '/#')

/** Pairs up equal findings: first by what they say, then by rule and place. */
export function compareFindings<T extends Finding>(
  before: readonly T[],
  after: readonly T[],
): FindingsChange<T> {
  const olds = new Set(before)
  const news = new Set(after)
  const matchBy = (key: (finding: T) => string) => {
    const waiting = new Map<string, T[]>()
    for (const one of olds) waiting.set(key(one), [...(waiting.get(key(one)) ?? []), one])
    for (const other of [...news]) {
      const one = waiting.get(key(other))?.shift()
      if (!one) continue
      olds.delete(one)
      news.delete(other)
    }
  }
  matchBy(({ rule, message, path }) => `${rule}\n${message}\n${path}`)
  matchBy(({ rule, message, path }) => `${rule}\n${message}\n${withoutPlaces(path)}`)
  matchBy(({ rule, path }) => `${rule}\n${path}`)
  return { new: [...news], gone: [...olds], unchanged: before.length - olds.size }
}
