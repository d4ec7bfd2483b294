/** Saves a design into the template that it was opened from, changing only what was edited. */
import type { Loss, Written } from '#core/formats/format.ts'
import { isSame } from '#core/formats/same.ts'
import { readTextTree, type TextTree, type TreeMap } from '#core/formats/text-tree.ts'
import type { DesignDocument, Source } from '#core/model/document.ts'
import { createEvaluator } from './evaluate.ts'
import { fromTemplate } from './from-template.ts'
import { isTreeMap, scopeOf } from './scope.ts'
import { ShapeWriter, templateType } from './shape-writer.ts'
import { TextPatch } from './text-patch.ts'

/** A design's resources as template entries; what CloudFormation has no type for is lost. */
function entriesOf(document: DesignDocument): { entries: TreeMap; losses: Loss[] } {
  const writer = new ShapeWriter(document)
  const losses: Loss[] = []
  const entries: TreeMap = {}
  for (const [id, resource] of Object.entries(document.resources)) {
    const type = templateType(resource)
    if (type === undefined)
      losses.push({
        path: ['resources', id],
        message: `CloudFormation has no resource type for “${id}” (${resource.type}); create it with the API.`,
      })
    else entries[id] = { Type: type, Properties: writer.properties(resource) }
  }
  return { entries, losses }
}

const propertiesOf = (entry: unknown): TreeMap => {
  const properties = isTreeMap(entry as TreeMap) ? (entry as TreeMap)['Properties'] : undefined
  return isTreeMap(properties) ? properties : {}
}

const templateOf = (tree: TextTree): TreeMap | undefined => {
  if (!isTreeMap(tree.root)) return undefined
  if (isTreeMap(tree.root['Resources'])) return tree.root
  const passed = tree.root['resources']
  return isTreeMap(passed) ? passed : undefined
}

/** Changes one declared resource; a resource whose properties cannot be patched has them replaced whole. */
function patchResource(patch: TextPatch, declared: TreeMap, was: TreeMap, now: TreeMap): boolean {
  const raw = declared['Properties']
  const [before, after] = [propertiesOf(was), propertiesOf(now)]
  if (isTreeMap(raw) && patch.fields(raw, before, after)) return true
  return patch.field(declared, 'Properties', before, after)
}

/** More rounds than it takes: a second one gives back to the users of an anchor what an edit of it took away. */
const maxRounds = 4

/** One round of edits; undefined where the text cannot take one of them. */
function patchOnce(document: DesignDocument, source: Source, now: TreeMap): string | undefined {
  const tree = readTextTree(source.text)
  if (!tree.ok) return undefined
  const template = templateOf(tree.value)
  const baseline = fromTemplate(tree.value, source)
  const declared = template?.['Resources']
  if (!template || !baseline.ok || !isTreeMap(declared)) return undefined
  const was = entriesOf(baseline.value.document).entries
  if (isSame(was, now)) return source.text
  const { condition } = createEvaluator(scopeOf(template, document.source?.parameters ?? {}), tree.value)
  const patch = new TextPatch({ tree: tree.value, json: source.format === 'cloudformation-json', condition })
  for (const id of new Set([...Object.keys(was), ...Object.keys(now)])) {
    const [before, after, raw] = [was[id], now[id], declared[id]]
    if (isSame(before, after)) continue
    const sameType = isTreeMap(before) && isTreeMap(after) && before['Type'] === after['Type']
    const patched =
      sameType && isTreeMap(raw)
        ? patchResource(patch, raw, before, after)
        : patch.field(declared, id, before, after)
    if (!patched) return undefined
  }
  return patch.result()
}

/**
 * The source text with the design's edits in it, byte for byte the same where nothing was edited. Undefined where
 * the source is not a template that can be patched.
 */
export function writeBack(document: DesignDocument): Written | undefined {
  const { source } = document
  if (!source) return undefined
  const { entries, losses } = entriesOf(document)
  let text = source.text
  for (let round = 0; round < maxRounds; round += 1) {
    const next = patchOnce(document, { ...source, text }, entries)
    if (next === text) return { text, losses }
    if (next === undefined) return undefined
    text = next
  }
  return undefined
}

/** The template that a design came from, with its edits, as a tree: for writing it in the other syntax. */
export function templateAfterEdits(
  document: DesignDocument,
): { template: TreeMap; losses: readonly Loss[] } | undefined {
  const written = writeBack(document)
  if (!written) return undefined
  const tree = readTextTree(written.text)
  const template = tree.ok ? templateOf(tree.value) : undefined
  return template && { template, losses: written.losses }
}
