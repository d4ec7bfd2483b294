import { readTextTree } from '#core/formats/text-tree.ts'
import type { Source } from '#core/model/document.ts'
import { type Baseline, baselineOf, rememberBaseline } from './baseline.ts'
import { fromTemplate } from './from-template.ts'

/** What a template's text gave when it was read, read once more where it is no longer known. */
export function readAgain(source: Source): Baseline | undefined {
  const known = baselineOf(source)
  if (known) return known
  const tree = readTextTree(source.text)
  if (!tree.ok) return undefined
  const again = { ...source }
  const baseline = fromTemplate(tree.value, again).ok ? baselineOf(again) : undefined
  if (baseline) rememberBaseline(source, baseline)
  return baseline
}
