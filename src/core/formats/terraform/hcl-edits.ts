/**
 * Edits HCL in place: the file's own tree beside the blocks that a design is written as, before (`was`) and after
 * (`now`) the edit. Only the bytes of what differs are replaced. A function returns false where the text cannot take
 * the edit; the caller then replaces more.
 */
import { isSame } from '#core/formats/same.ts'
import { applySplices, lineStart, nextLine, type Splice } from '#core/formats/splice.ts'
import type { HclAttribute, HclBlock, HclBody, Span } from './hcl-syntax.ts'
import { type Attribute, type Block, blockText, valueText } from './hcl-text.ts'
import { editedValue } from './hcl-value-edits.ts'

/** What names a block among those of its type. */
const nameAttributes = ['origin_id', 'path_pattern', 'name', 'event_type', 'error_code', 'header']

const nameOf = ({ attributes }: Block): string => {
  const named = nameAttributes
    .map((name) => attributes.find((attribute) => attribute.name === name))
    .find((attribute) => attribute !== undefined)
  return JSON.stringify(named ?? attributes)
}

/** For each block of `now` the one of `was` that it came from: by name, or by place where it was renamed. */
function align(was: readonly Block[], now: readonly Block[]): (number | undefined)[] {
  const left = was.map(nameOf)
  const from = now.map((block) => {
    const index = left.indexOf(nameOf(block))
    if (index >= 0) left[index] = ''
    return index < 0 ? undefined : index
  })
  return from.map((old, index) =>
    old === undefined && was.length === now.length && !from.includes(index) ? index : old,
  )
}

/** The body that is edited: a block's, or the file's. */
interface Place {
  readonly body: HclBody
  /** The block around it; undefined for the file. */
  readonly block?: HclBlock
}

export class HclEdits {
  private readonly text: string
  private splices: Splice[] = []

  constructor(text: string) {
    this.text = text
  }

  result(): string {
    const lineBreak = /\r?\n/.exec(this.text)?.[0] ?? '\n'
    const inStyle = this.splices.map((splice) => ({
      ...splice,
      text: splice.text.replace(/\r?\n/g, lineBreak),
    }))
    return applySplices(this.text, inStyle)
  }

  private put(start: number, end: number, text: string): true {
    this.splices = this.splices.filter((splice) => splice.start < start || splice.end > end)
    this.splices.push({ start, end, text })
    return true
  }

  private indentOf(offset: number): string {
    return /^[ \t]*/.exec(this.text.slice(lineStart(this.text, offset)))?.[0] ?? ''
  }

  /** The indentation of what stands inside of a body. */
  private innerIndent({ body, block }: Place): string {
    const [first] = [...body.attributes, ...body.blocks]
    if (first && lineStart(this.text, first.start) > (block?.open ?? -1)) return this.indentOf(first.start)
    return block ? `${this.indentOf(block.start)}  ` : ''
  }

  /** A block's own bytes from its line's start, with the comment above it. */
  private linesOf({ start, end }: Span): { start: number; end: number } {
    let top = lineStart(this.text, start)
    for (;;) {
      const above = lineStart(this.text, top - 1)
      if (top === 0 || !/^[ \t]*(#|\/\/)/.test(this.text.slice(above, top))) break
      top = above
    }
    return { start: top, end: nextLine(this.text, end) }
  }

  /** Replaces a block by another one. */
  replace(raw: HclBlock, now: Block): boolean {
    return this.put(raw.start, raw.end, blockText(now, this.indentOf(raw.start)).trimStart())
  }

  /** Removes a block's lines, and the blank line that stood before it. */
  remove(raw: HclBlock): boolean {
    const { start, end } = this.linesOf(raw)
    const above = lineStart(this.text, start - 1)
    const isBlank = start > 0 && this.text.slice(above, start).trim() === ''
    return this.put(isBlank ? above : start, end, '')
  }

  append(block: Block): boolean {
    const end = this.text.length
    const gap = this.text === '' || this.text.endsWith('\n') ? '\n' : '\n\n'
    this.splices.push({ start: end, end, text: `${gap}${blockText(block)}\n` })
    return true
  }

  /** Brings one block from what it was to what it is. */
  block(raw: HclBlock, was: Block, now: Block): boolean {
    if (isSame(was, now)) return true
    const isOneLine = !this.text.slice(raw.start, raw.end).includes('\n')
    const grows = now.attributes.some(({ name }) => !was.attributes.some((old) => old.name === name))
    if (isOneLine && (grows || now.blocks.length > 0)) return this.replace(raw, now)
    const place: Place = { body: raw.body, block: raw }
    return (
      this.attributes(place, was.attributes, now.attributes) && this.blocks(place, was.blocks, now.blocks)
    )
  }

  private attributes(place: Place, was: readonly Attribute[], now: readonly Attribute[]): boolean {
    const names = [...new Set([...was, ...now].map(({ name }) => name))]
    return names.every((name) => {
      const before = was.find((attribute) => attribute.name === name)
      const after = now.find((attribute) => attribute.name === name)
      const raw = place.body.attributes.find((attribute) => attribute.name === name)
      if (isSame(before, after)) return true
      if (!after) return raw === undefined || this.removeAttribute(raw)
      if (!raw) return this.addAttribute(place, after)
      const indent = this.indentOf(raw.start)
      for (const splice of editedValue(this.text, raw.value, before?.value, after.value, indent))
        this.put(splice.start, splice.end, splice.text)
      return true
    })
  }

  private removeAttribute({ start, end }: HclAttribute): boolean {
    const isAlone = this.text.slice(lineStart(this.text, start), start).trim() === ''
    return isAlone
      ? this.put(lineStart(this.text, start), nextLine(this.text, end), '')
      : this.put(start, end, '')
  }

  private addAttribute(place: Place, added: Attribute): boolean {
    const isShort = ({ start, end }: HclAttribute) => !this.text.slice(start, end).includes('\n')
    const last = place.body.attributes.findLast(isShort) ?? place.body.attributes.at(-1)
    const indent = this.innerIndent(place)
    // The equals signs of neighbours stand below each other.
    const width = last ? this.text.indexOf('=', last.start) - last.start - 1 : 0
    const text = `${indent}${added.name.padEnd(width)} = ${valueText(added.value, indent)}\n`
    const at = last ? nextLine(this.text, last.end) : nextLine(this.text, place.block?.open ?? 0)
    this.splices.push({ start: at, end: at, text })
    return true
  }

  private blocks(place: Place, was: readonly Block[], now: readonly Block[]): boolean {
    const types = [...new Set([...was, ...now].map(({ type }) => type))]
    return types.every((type) => {
      const ofType = (block: { readonly type: string }) => block.type === type
      const [before, after] = [was.filter(ofType), now.filter(ofType)]
      const raw = place.body.blocks.filter(ofType)
      if (isSame(before, after)) return true
      if (raw.length === 0) return after.every((block) => this.addBlock(place, block))
      return raw.length === before.length && this.sameType(place, raw, before, after)
    })
  }

  private sameType(
    place: Place,
    raw: readonly HclBlock[],
    was: readonly Block[],
    now: readonly Block[],
  ): boolean {
    const from = align(was, now)
    const patched = now.every((block, index) => {
      const old = from[index]
      const [own, before] = old === undefined ? [] : [raw[old], was[old]]
      return !own || !before || this.block(own, before, block)
    })
    if (!patched) return false
    const isInPlace = now.length === was.length && from.every((old, index) => old === index)
    return isInPlace || this.reorder(place, raw, from, now)
  }

  /** Blocks moved, came or went: the places that the type has in the text are filled in the new order. */
  private reorder(
    place: Place,
    raw: readonly HclBlock[],
    from: readonly (number | undefined)[],
    now: readonly Block[],
  ): boolean {
    const indent = this.innerIndent(place)
    const chunks = raw.map((block) => this.linesOf(block))
    const texts = now.map((block, index) => {
      const chunk = chunks[from[index] ?? -1]
      return chunk
        ? applySplices(this.text, this.splices, chunk.start, chunk.end)
        : `${blockText(block, indent)}\n`
    })
    const [first, second] = chunks
    const gap =
      first && second && this.text.slice(first.end, second.start).trim() === ''
        ? this.text.slice(first.end, second.start)
        : '\n'
    for (const [index, { start, end }] of chunks.entries()) {
      const text = texts[index]
      const isLast = index === chunks.length - 1
      const more = isLast ? texts.slice(chunks.length).map((extra) => gap + extra) : []
      if (text !== undefined) this.put(start, end, [text, ...more].join(''))
      else if (raw[index]) this.remove(raw[index])
    }
    return true
  }

  private addBlock(place: Place, block: Block): boolean {
    const indent = this.innerIndent(place)
    const last = [...place.body.attributes, ...place.body.blocks].toSorted((a, b) => a.end - b.end).at(-1)
    const at = nextLine(this.text, last?.end ?? place.block?.open ?? 0)
    this.splices.push({ start: at, end: at, text: `${last ? '\n' : ''}${blockText(block, indent)}\n` })
    return true
  }
}
