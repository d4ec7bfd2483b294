/** Which distribution of the old source is which of the new one: by logical id, then by a name that both answer to. */
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { knownItems } from '#core/model/field.ts'

export interface Named {
  readonly document: DesignDocument
  readonly id: LogicalId
}
export interface Paired<T extends Named> {
  readonly pairs: readonly (readonly [before: T, after: T])[]
  readonly gone: readonly T[]
  readonly added: readonly T[]
}

const aliases = ({ document, id }: Named): readonly string[] => {
  const found = distributionsIn(document).find((one) => one.id === id)
  return knownItems(found?.config.Aliases).map((name) => name.toLowerCase())
}

/** Pairs up; two that are left alone on their sides are taken for one that was renamed. */
export function pairUp<T extends Named>(before: readonly T[], after: readonly T[]): Paired<T> {
  const pairs: (readonly [T, T])[] = []
  const olds = new Set(before)
  const news = new Set(after)
  const matchBy = (isMatch: (one: T, other: T) => boolean) => {
    for (const one of olds) {
      const other = [...news].find((candidate) => isMatch(one, candidate))
      if (!other) continue
      pairs.push([one, other])
      olds.delete(one)
      news.delete(other)
    }
  }
  matchBy((one, other) => one.id === other.id)
  matchBy((one, other) => aliases(one).some((name) => aliases(other).includes(name)))
  if (olds.size === 1 && news.size === 1) matchBy(() => true)
  return { pairs, gone: [...olds], added: [...news] }
}
