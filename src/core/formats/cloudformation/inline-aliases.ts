/** A text without its aliases: each is replaced by what it stands for, so that the anchored text may change or go. */
import { isAlias, visit } from 'yaml'
import { applySplices, type Splice } from '#core/formats/splice.ts'
import type { TextTree } from '#core/formats/tree.ts'
import { toYaml } from './yaml-text.ts'

export function inlineAliases(tree: TextTree): string {
  const splices: Splice[] = []
  visit(tree.yaml, {
    Alias(_, node) {
      const [start, end] = node.range ?? []
      const value = isAlias(node) ? tree.valueOf(node) : undefined
      if (start === undefined || end === undefined || value === undefined) return
      splices.push({ start, end, text: toYaml(value, { flow: true }) })
    },
  })
  return applySplices(tree.text, splices)
}
