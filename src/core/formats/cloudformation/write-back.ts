/** Saves a design into the template that it was opened from, changing only what was edited. */
import type { Loss, Written } from '#core/formats/format.ts'
import { isSame } from '#core/formats/same.ts'
import { readTextTree } from '#core/formats/text-tree.ts'
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import type { DesignDocument, LogicalId, Resource, Source } from '#core/model/document.ts'
import type { Baseline } from './baseline.ts'
import { isCall } from './evaluate.ts'
import { inlineAliases } from './inline-aliases.ts'
import { templateLosses } from './losses.ts'
import { readAgain } from './read-again.ts'
import { isTreeMap } from './scope.ts'
import { ShapeWriter, templateType } from './shape-writer.ts'
import { templateIn } from './template-part.ts'
import { TextPatch } from './text-patch.ts'

/** What becomes of a resource that is not CloudFront's when its stack is deleted. */
const deletionPolicyOf = (resource: Resource): TreeMap =>
  'deletionPolicy' in resource && resource.deletionPolicy !== undefined
    ? { DeletionPolicy: resource.deletionPolicy }
    : {}

type Entries = ReadonlyMap<LogicalId, TreeMap>

/** The resources of these ids as template entries. */
function entriesOf(document: DesignDocument, ids: Iterable<LogicalId>): Entries {
  const writer = new ShapeWriter(document)
  const entries = new Map<LogicalId, TreeMap>()
  for (const id of ids) {
    const resource = document.resources[id]
    const type = resource && templateType(resource)
    if (resource && type !== undefined)
      entries.set(id, { Type: type, Properties: writer.properties(resource), ...deletionPolicyOf(resource) })
  }
  return entries
}

const propertiesOf = (entry: TreeMap): TreeMap => {
  const { Properties: properties } = entry
  return isTreeMap(properties) ? properties : {}
}

/** How much of a resource is replaced: what changed in it, or all of its properties. */
type Depth = 'fields' | 'whole'

function patchResource(
  patch: TextPatch,
  declared: TreeMap,
  was: TreeMap,
  now: TreeMap,
  depth: Depth,
): boolean {
  const raw = declared['Properties']
  const name = 'DeletionPolicy'
  if (!isSame(was[name], now[name]) && !patch.field(declared, name, was[name], now[name])) return false
  const [before, after] = [propertiesOf(was), propertiesOf(now)]
  if (depth === 'fields' && isTreeMap(raw) && patch.fields(raw, before, after)) return true
  return patch.field(declared, 'Properties', depth === 'whole' ? undefined : before, after)
}

/** The ids of resources that are not what the text gave. */
function changedIds(before: DesignDocument, after: DesignDocument): Set<LogicalId> {
  const ids = new Set([...Object.keys(before.resources), ...Object.keys(after.resources)])
  for (const id of ids) if (before.resources[id] === after.resources[id]) ids.delete(id)
  return ids
}

/**
 * True where a text says what is wanted: it gives that value, or it holds the very expression that is wanted, which
 * gives a value once it is read.
 */
function says(given: Tree | undefined, wanted: Tree | undefined, text: Tree | undefined): boolean {
  if (isSame(given, wanted)) return true
  if (wanted === undefined || given === undefined || text === undefined) return false
  if (isCall(wanted)) return isSame(text, wanted)
  if (Array.isArray(given) && Array.isArray(wanted) && Array.isArray(text))
    return (
      given.length === wanted.length && wanted.every((item, index) => says(given[index], item, text[index]))
    )
  if (!isTreeMap(given) || !isTreeMap(wanted) || !isTreeMap(text)) return false
  const names = new Set([...Object.keys(given), ...Object.keys(wanted)])
  return [...names].every((name) => says(given[name], wanted[name], text[name]))
}

class Saving {
  private readonly document: DesignDocument
  private readonly source: Source
  private readonly original: Baseline
  private readonly changed: ReadonlySet<LogicalId>

  constructor(document: DesignDocument, source: Source, original: Baseline) {
    this.document = document
    this.source = source
    this.original = original
    this.changed = changedIds(original.document, document)
  }

  /** What a resource should say: as edited, or as the text gave it before. */
  private wanted(ids: Iterable<LogicalId>): Entries {
    const list = [...ids]
    const edited = entriesOf(
      this.document,
      list.filter((id) => this.changed.has(id)),
    )
    const kept = entriesOf(
      this.original.document,
      list.filter((id) => !this.changed.has(id)),
    )
    return new Map([...kept, ...edited])
  }

  /** The ids that a text does not say as wanted, with what it says and what it should. */
  private differences(now: Baseline) {
    // An anchor's edit changes its other users too; without aliases nothing but the edited can differ.
    const all = [...Object.keys(now.document.resources), ...this.changed]
    const ids = now === this.original || !now.tree.hasAliases ? this.changed : new Set(all)
    const was = entriesOf(now.document, ids)
    const wanted = this.wanted(ids)
    const { Resources: declared } = now.template
    return [...ids].flatMap((id) => {
      const [before, after] = [was.get(id), wanted.get(id)]
      return says(before, after, isTreeMap(declared) ? declared[id] : undefined)
        ? []
        : [{ id, before, after }]
    })
  }

  /** One round of edits: the text itself where nothing differs, undefined where it cannot take one of them. */
  private patch(text: string, now: Baseline, depth: Depth): string | undefined {
    const { Resources: declared } = now.template
    if (!isTreeMap(declared)) return undefined
    const differences = this.differences(now)
    if (differences.length === 0) return text
    const { tree, condition } = now
    const isResource = (name: string) => Object.hasOwn(declared, name)
    const json = this.source.format === 'cloudformation-json'
    const patch = new TextPatch({ tree, json, condition, isResource })
    for (const { id, before, after } of differences) {
      const raw = declared[id]
      const isKept = before && after && before['Type'] === after['Type'] && isTreeMap(raw)
      const done = isKept
        ? patchResource(patch, raw, before, after, depth)
        : patch.field(declared, id, before, after)
      if (!done) return undefined
    }
    const patched = patch.result()
    return patched === text ? undefined : patched
  }

  /** Rounds of edits until the text says what is wanted; a second one gives the users of an anchor their value back. */
  private rounds(text: string, depth: Depth): string | undefined {
    const maxRounds = 4
    let current = text
    for (let round = 0; round < maxRounds; round += 1) {
      const now = readAgain(current === this.source.text ? this.source : { ...this.source, text: current })
      const next = now && this.patch(current, now, depth)
      if (next === undefined || next === current) return next
      current = next
    }
    return undefined
  }

  /** The smallest edit that the text takes: fields, then whole resources, then without its aliases. */
  text(): string | undefined {
    const { text } = this.source
    if (this.changed.size === 0) return text
    const inlined = () => inlineAliases(this.original.tree)
    return (
      this.rounds(text, 'fields') ??
      this.rounds(inlined(), 'fields') ??
      this.rounds(text, 'whole') ??
      this.rounds(inlined(), 'whole')
    )
  }

  /** The template as a tree with the edited resources' properties in it, where the text takes no edit. */
  template(): TreeMap {
    const { template } = this.original
    const declared = isTreeMap(template['Resources']) ? template['Resources'] : {}
    const resources: TreeMap = {}
    const wanted = this.wanted([...this.changed])
    for (const id of new Set([...Object.keys(declared), ...this.changed])) {
      const [raw, now] = [declared[id], wanted.get(id)]
      if (!this.changed.has(id)) resources[id] = raw as Tree
      else if (now) resources[id] = isTreeMap(raw) ? { ...raw, ...now } : now
    }
    return { ...template, Resources: resources }
  }
}

const byteOrderMark = '\uFEFF'

function savingOf(document: DesignDocument): Saving | undefined {
  const { source } = document
  const original = source && readAgain(source)
  return source && original ? new Saving(document, source, original) : undefined
}

/**
 * The source text with the design's edits in it, byte for byte the same where nothing was edited. Undefined where
 * the source is not a template that can be patched.
 */
export function writeBack(document: DesignDocument): Written | undefined {
  const text = savingOf(document)?.text()
  if (text === undefined) return undefined
  const marked = document.source?.text.startsWith(byteOrderMark) && !text.startsWith(byteOrderMark)
  return { text: marked ? byteOrderMark + text : text, losses: templateLosses(document) }
}

/** The template that a design came from, with its edits, as a tree: for writing it in the other syntax. */
export function templateAfterEdits(
  document: DesignDocument,
): { template: TreeMap; losses: readonly Loss[] } | undefined {
  const saving = savingOf(document)
  if (!saving) return undefined
  const text = saving.text()
  const isUnedited = text === document.source?.text
  const tree = text === undefined || isUnedited ? undefined : readTextTree(text)
  const template = tree?.ok ? templateIn(tree.value.root) : undefined
  return { template: template ?? saving.template(), losses: templateLosses(document) }
}
