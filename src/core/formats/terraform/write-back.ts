/** Saves a design into the Terraform configuration that it was opened from, changing only what was edited. */
import type { Loss, Written } from '#core/formats/format.ts'
import { isSame } from '#core/formats/same.ts'
import type { DesignDocument, LogicalId, Source } from '#core/model/document.ts'
import { isRef, isUnknown } from '#core/model/field.ts'
import { addressesIn, fromHcl, logicalIds } from './from-hcl.ts'
import { optionsOf } from './given-values.ts'
import { HclEdits } from './hcl-edits.ts'
import { parseHcl } from './hcl-parser.ts'
import type { HclBlock, HclBody } from './hcl-syntax.ts'
import { terraformType } from './spelling.ts'
import { Writer } from './to-terraform.ts'

interface Original {
  readonly text: string
  readonly file: HclBody
  readonly document: DesignDocument
  readonly blocks: ReadonlyMap<LogicalId, HclBlock>
  readonly names: ReadonlyMap<LogicalId, string>
}

const byteOrderMark = /^\uFEFF/

function open(source: Source): Original | undefined {
  const text = source.text.replace(byteOrderMark, '')
  const read = fromHcl(text, optionsOf(source))
  if (!read.ok) return undefined
  const file = parseHcl(text)
  const declared = addressesIn(file)
  const ids = logicalIds([...declared.keys()])
  const blocks = new Map<LogicalId, HclBlock>()
  const names = new Map<LogicalId, string>()
  for (const [address, block] of declared) {
    const id = ids.get(address)
    if (id === undefined) continue
    blocks.set(id, block)
    names.set(id, block.labels[1] ?? id)
  }
  return { text, file, document: read.value.document, blocks, names }
}

/** How much of a resource is replaced: what changed in it, or its whole block. */
type Depth = 'fields' | 'whole'

function patch(document: DesignDocument, original: Original, depth: Depth): Written | undefined {
  const { text, blocks, names } = original
  const edits = new HclEdits(text)
  const [before, after] = [new Writer(original.document, { names }), new Writer(document, { names })]
  const losses: Loss[] = []
  const ids = new Set([...Object.keys(original.document.resources), ...Object.keys(document.resources)])
  for (const id of ids) {
    const [was, now] = [original.document.resources[id], document.resources[id]]
    if (isSame(was, now)) continue
    const raw = blocks.get(id)
    const [old, block] = [was && before.resource(id, was), now && after.resource(id, now)]
    // What Terraform has no resource for is a loss, told by the writer.
    if (!block && now && terraformType(now.type) === undefined) continue
    if (!block) {
      if (raw) edits.remove(raw)
    } else if (!raw) edits.append(block)
    else if (!old || depth === 'whole' || was?.type !== now?.type) edits.replace(raw, block)
    else if (!edits.block(raw, old, block)) return undefined
  }
  losses.push(...after.losses)
  const declared = new Set(
    original.file.blocks.filter(({ type }) => type === 'variable').map(({ labels }) => labels[0]),
  )
  for (const variable of after.variables.blocks())
    if (!declared.has(variable.labels?.[0])) edits.append(variable)
  return { text: edits.result(), losses }
}

/** True where a text says what the design does, but for what Terraform has no resource for. */
function says(text: string, source: Source, document: DesignDocument): boolean {
  const read = fromHcl(text, optionsOf(source))
  if (!read.ok) return false
  const [there, kept] = [read.value.document, document].map(({ resources }) =>
    Object.fromEntries(Object.entries(resources).filter(([, { type }]) => terraformType(type) !== undefined)),
  )
  const ids = new Set(Object.keys(kept ?? {}))
  return isSame(comparable(there, ids), comparable(kept, ids))
}

/**
 * What a text is judged by. Keys of list items follow names, and a renamed thing keeps its own; a reference to a
 * resource that was removed is Terraform's to refuse.
 */
const comparable = (value: unknown, ids: ReadonlySet<LogicalId>): unknown =>
  JSON.parse(
    JSON.stringify(value, (name, child: unknown) => {
      if (name === 'key') return undefined
      if (isRef(child)) return ids.has(child.ref) ? child : 'dangling'
      return isUnknown(child) && child.unknown.startsWith('aws_cloudfront_') ? 'dangling' : child
    }),
  )

/**
 * The source text with the design's edits in it, byte for byte the same where nothing was edited. Undefined where the
 * text cannot take them.
 */
export function writeBack(document: DesignDocument, source: Source): Written | undefined {
  const original = open(source)
  if (!original) return undefined
  if (isSame(original.document.resources, document.resources)) return { text: source.text, losses: [] }
  const mark = byteOrderMark.exec(source.text)?.[0] ?? ''
  const fields = patch(document, original, 'fields')
  const isRight = fields !== undefined && says(fields.text, source, document)
  // A block written anew may lose what the model does not hold, and the rest of the file stays in any case.
  const written = isRight ? fields : patch(document, original, 'whole')
  return written && { text: mark + written.text, losses: written.losses }
}
