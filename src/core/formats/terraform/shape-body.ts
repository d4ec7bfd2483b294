/** A provider's block in the document's shape: the spelling table walked the other way. */

import { said } from '#core/ground/said.ts'
import { isUnknown, type Unknown } from '#core/model/field.ts'
import type { Spelling } from './spelling.ts'
import type { Value } from './value.ts'

/** A block of HCL or of Terraform's JSON, by what it says and where. */
export interface Body {
  readonly value: (name: string) => { readonly value: Value; readonly offset: number | undefined } | undefined
  readonly blocks: (
    name: string,
  ) => readonly { readonly body: Body | Value; readonly offset: number | undefined }[]
}
type Fields = { [name: string]: unknown }
const isBody = (body: Body | Value): body is Body =>
  typeof body === 'object' && body !== null && 'blocks' in body && typeof body.blocks === 'function'

export class Sites {
  private readonly known = new WeakMap<object, Map<string | number, number>>()

  place(container: object, key: string | number, offset: number | undefined): void {
    if (offset === undefined) return
    const sites = this.known.get(container) ?? new Map<string | number, number>()
    sites.set(key, offset)
    this.known.set(container, sites)
  }

  of(container: object, key: string | number): number | undefined {
    return this.known.get(container)?.get(key)
  }
}

interface Found {
  readonly value: unknown
  readonly offset: number | undefined
  /** A list of which a run decides everything, so that it may be empty. */
  readonly open?: Unknown
}

function coerced({ scalar, from }: Spelling, value: Value): unknown {
  if (typeof value === 'object') return value
  if (from.at(-1) === 'ResponseCode') return said(value)
  if (scalar.type === 'number') return Number.isNaN(Number(value)) ? value : Number(value)
  if (scalar.type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value
  return said(value)
}

function listItems(spelling: Spelling, value: Value): unknown[] {
  const items = Array.isArray(value) ? value : [value]
  const isStore = spelling.from.at(-1) === 'KeyValueStoreAssociations' && spelling.as === 'list'
  return items.map((item) => (isStore ? { KeyValueStoreARN: item } : coerced(spelling, item)))
}

function argument(spelling: Spelling, body: Body): Found | undefined {
  const found = body.value(spelling.name) ?? body.value(spelling.olderName ?? spelling.name)
  if (!found || found.value === null) return undefined
  const { value, offset } = found
  if (spelling.as !== 'list') return { value: coerced(spelling, value), offset }
  return { value: listItems(spelling, value), offset, ...(isUnknown(value) && { open: value }) }
}

export class BodyReader {
  private readonly sites: Sites

  constructor(sites: Sites) {
    this.sites = sites
  }

  read(spellings: readonly Spelling[], body: Body): Fields {
    const fields: Fields = {}
    for (const spelling of spellings) {
      const found = this.field(spelling, body)
      if (found === undefined || found.value === null || found.value === undefined) continue
      this.set(fields, spelling.from, found)
    }
    return fields
  }

  private set(fields: Fields, from: readonly string[], { value, offset, open }: Found): void {
    const [first = '', second] = from
    this.sites.place(fields, first, offset)
    if (second === undefined) {
      fields[first] = value
      return
    }
    const inner = (fields[first] ?? {}) as Fields
    if (first.startsWith('Trusted') && Array.isArray(value)) inner['Enabled'] = open ?? value.length > 0
    inner[second] = value
    this.sites.place(inner, second, offset)
    fields[first] = inner
  }

  private field(spelling: Spelling, body: Body): Found | undefined {
    const { name, as } = spelling
    const older = spelling.olderName ?? name
    if (as === 'attribute' || as === 'list') return argument(spelling, body)
    const named = body.blocks(name)
    const blocks = named.length > 0 ? named : body.blocks(older)
    // Of alternatives the one that is known to be there; where none is, all of them are one unknown.
    const first = blocks.find((block) => isBody(block.body)) ?? blocks[0]
    if (!first) return undefined
    if (as === 'blocks') return { value: this.items(spelling, blocks), offset: first.offset }
    if (!isBody(first.body)) return { value: first.body, offset: first.offset }
    if (as === 'block') {
      const value = this.read(spelling.fields, first.body)
      return { value: name === 'logging_config' ? { Enabled: true, ...value } : value, offset: first.offset }
    }
    if (as === 'wrapped-blocks')
      return { value: this.items(spelling, first.body.blocks('items')), offset: first.offset }
    const items = first.body.value('items')
    return items && { value: listItems(spelling, items.value ?? []), offset: first.offset }
  }

  private items(
    spelling: Spelling,
    blocks: readonly { body: Body | Value; offset: number | undefined }[],
  ): unknown[] {
    const list: unknown[] = []
    for (const { body, offset } of blocks) {
      this.sites.place(list, list.length, offset)
      list.push(isBody(body) ? this.read(spelling.fields, body) : body)
    }
    return list
  }
}
