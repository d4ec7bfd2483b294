/**
 * Strict JSON as the nodes that the YAML library would give for it, in a tenth of the time: states of Terraform and
 * synthesized templates have megabytes.
 */

import { Document, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import { tableOf } from '#core/ground/names.ts'

/** Where a text stops being JSON. */
export class JsonFault {
  readonly offset: number
  /** Why, where it is JSON and too much of it. */
  readonly message: string | undefined
  constructor(offset: number, message?: string) {
    this.offset = offset
    this.message = message
  }
}
export interface JsonLimits {
  readonly depth: number
  readonly values: number
}

const spaces = /[ \t\r\n]*/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON refuses control characters in its texts.
const quoted = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const word = /true|false|null/y
const words: Readonly<Record<string, boolean | null>> = tableOf({ true: true, false: false, null: null })

class JsonReader {
  private readonly text: string
  private readonly limits: JsonLimits
  private offset = 0
  private count = 0

  constructor(text: string, limits: JsonLimits) {
    this.text = text
    this.limits = limits
  }

  whole(): Node {
    const node = this.value(0)
    this.skip()
    if (this.offset < this.text.length) throw new JsonFault(this.offset)
    return node
  }

  private skip(): void {
    spaces.lastIndex = this.offset
    this.offset += spaces.exec(this.text)?.[0].length ?? 0
  }

  private take(character: string): boolean {
    this.skip()
    if (this.text[this.offset] !== character) return false
    this.offset += 1
    return true
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset
    return pattern.exec(this.text)?.[0]
  }

  private value(depth: number): Node {
    this.skip()
    this.count += 1
    if (depth > this.limits.depth)
      throw new JsonFault(this.offset, `This is nested deeper than ${this.limits.depth} levels.`)
    if (this.count > this.limits.values)
      throw new JsonFault(this.offset, 'This text holds more than a million values.')
    const start = this.offset
    const first = this.text[start]
    if (first === '{') return this.map(depth)
    if (first === '[') return this.list(depth)
    if (first === '"') return this.string()
    const digits = this.match(number)
    if (digits !== undefined) return this.scalar(Number(digits), digits)
    const name = this.match(word)
    if (name === undefined) throw new JsonFault(start)
    return this.scalar(words[name] ?? null, name)
  }

  private scalar(value: unknown, source: string): Scalar {
    const node = new Scalar(value)
    node.source = source
    node.range = [this.offset, this.offset + source.length, this.offset + source.length]
    this.offset += source.length
    return node
  }

  private string(): Scalar {
    const source = this.match(quoted)
    if (source === undefined) throw new JsonFault(this.offset)
    const plain = source.slice(1, -1)
    const node = this.scalar(plain.includes('\\') ? JSON.parse(source) : plain, source)
    node.type = 'QUOTE_DOUBLE'
    return node
  }

  private map(depth: number): Node {
    const map = new YAMLMap<Scalar, Node>()
    const start = this.offset
    this.offset += 1
    while (!this.take('}')) {
      if (map.items.length > 0 && !this.take(',')) throw new JsonFault(this.offset)
      this.skip()
      const key = this.string()
      if (!this.take(':')) throw new JsonFault(this.offset)
      map.items.push(new Pair(key, this.value(depth + 1)))
    }
    return this.closed(map, start)
  }

  private list(depth: number): Node {
    const list = new YAMLSeq<Node>()
    const start = this.offset
    this.offset += 1
    while (!this.take(']')) {
      if (list.items.length > 0 && !this.take(',')) throw new JsonFault(this.offset)
      list.items.push(this.value(depth + 1))
    }
    return this.closed(list, start)
  }

  private closed<T extends YAMLMap | YAMLSeq>(node: T, start: number): T {
    node.flow = true
    node.range = [start, this.offset, this.offset]
    return node
  }
}

/** A document of nodes; throws a `JsonFault` where the text is not JSON or more of it than the limits. */
export function parseJson(text: string, limits: JsonLimits): Document {
  const document = new Document()
  document.contents = new JsonReader(text, limits).whole()
  return document
}
