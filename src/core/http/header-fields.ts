/**
 * Field names in lower case, each as the one string that the engine's literals are: property keys are unique strings,
 * and comparing those is comparing two addresses.
 */
const lowerNames = new Map<string, string>()
const manyNames = 5000
function lowerName(name: string): string {
  const known = lowerNames.get(name)
  if (known !== undefined) return known
  const [lower = ''] = Object.keys({ [name.toLowerCase()]: 0 })
  if (lowerNames.size >= manyNames) lowerNames.clear()
  lowerNames.set(name, lower)
  return lower
}

/**
 * Header fields as an ordered list: lower-case names, each field on its own, cheap to copy.
 * A flat array is used because a request through the engine copies the fields several times.
 */
export class HeaderFields {
  private readonly fields: string[]

  private constructor(fields: string[]) {
    this.fields = fields
  }

  static empty(): HeaderFields {
    return new HeaderFields([])
  }

  /** From a record (`{ 'X-A': '1', 'Set-Cookie': ['a', 'b'] }`); names in any case. */
  static from(record: Readonly<Record<string, string | readonly string[]>> | undefined): HeaderFields {
    const fields: string[] = []
    for (const name in record) {
      const value = record[name]
      if (value === undefined) continue
      const lower = lowerName(name)
      if (typeof value === 'string') fields.push(lower, value)
      else for (const item of value) fields.push(lower, item)
    }
    return new HeaderFields(fields)
  }

  /** From pairs as a server sees them; names in any case. */
  static fromPairs(pairs: Iterable<readonly [string, string]>): HeaderFields {
    const fields: string[] = []
    for (const [name, value] of pairs) fields.push(lowerName(name), String(value))
    return new HeaderFields(fields)
  }

  /** From names and values in turn, as Node's `rawHeaders` are; names in any case. */
  static fromFlat(flat: readonly string[]): HeaderFields {
    const fields: string[] = []
    for (let at = 0; at + 1 < flat.length; at += 2) fields.push(lowerName(flat[at] ?? ''), flat[at + 1] ?? '')
    return new HeaderFields(fields)
  }

  /** Names and values in turn. */
  toFlat(): string[] {
    return this.fields.slice()
  }

  copy(): HeaderFields {
    return new HeaderFields(this.fields.slice())
  }

  /** The same fields in the same order. */
  equals({ fields }: HeaderFields): boolean {
    if (fields.length !== this.fields.length) return false
    for (let at = 0; at < fields.length; at += 1) if (fields[at] !== this.fields[at]) return false
    return true
  }

  has(name: string): boolean {
    const { fields } = this
    for (let at = 0; at < fields.length; at += 2) if (fields[at] === name) return true
    return false
  }

  /** The first value of a field, or null. */
  first(name: string): string | null {
    const { fields } = this
    for (let at = 0; at < fields.length; at += 2) if (fields[at] === name) return fields[at + 1] ?? ''
    return null
  }

  /** All values of a field. */
  all(name: string): string[] {
    const values: string[] = []
    const { fields } = this
    for (let at = 0; at < fields.length; at += 2) if (fields[at] === name) values.push(fields[at + 1] ?? '')
    return values
  }

  /** The values of a list field as one, joined as RFC 9110 §5.3 allows; null where there is none. */
  combined(name: string): string | null {
    const { fields } = this
    let value: string | null = null
    for (let at = 0; at < fields.length; at += 2)
      if (fields[at] === name) value = value === null ? (fields[at + 1] ?? '') : `${value}, ${fields[at + 1]}`
    return value
  }

  /** Replaces every field of that name by one. */
  set(name: string, value: string): this {
    const { fields } = this
    for (let at = 0; at < fields.length; at += 2)
      if (fields[at] === name) {
        fields[at + 1] = value
        this.deleteFrom(name, at + 2)
        return this
      }
    fields.push(name, value)
    return this
  }

  /** Where the first field of that name stands; -1 where none does. */
  placeOf(name: string): number {
    const { fields } = this
    for (let at = 0; at < fields.length; at += 2) if (fields[at] === name) return at
    return -1
  }

  /** Gives the field at a place another value. */
  setAt(place: number, value: string): void {
    this.fields[place + 1] = value
  }

  append(name: string, value: string): this {
    this.fields.push(name, value)
    return this
  }

  delete(name: string): boolean {
    return this.deleteFrom(name, 0)
  }

  private deleteFrom(name: string, start: number): boolean {
    const { fields } = this
    let found = false
    for (let at = start; at < fields.length; ) {
      if (fields[at] === name) {
        fields.splice(at, 2)
        found = true
      } else at += 2
    }
    return found
  }

  /** Keeps the fields for which `keep` says so. */
  filter(keep: (name: string, value: string) => boolean): void {
    const { fields } = this
    let end = 0
    for (let at = 0; at < fields.length; at += 2) {
      const name = fields[at] ?? ''
      const value = fields[at + 1] ?? ''
      if (!keep(name, value)) continue
      fields[end] = name
      fields[end + 1] = value
      end += 2
    }
    fields.length = end
  }

  *[Symbol.iterator](): Generator<readonly [string, string]> {
    const { fields } = this
    for (let at = 0; at < fields.length; at += 2) yield [fields[at] ?? '', fields[at + 1] ?? '']
  }

  /** The distinct names, in order of their first field. */
  names(): string[] {
    return [...new Set(this.fields.filter((_, at) => at % 2 === 0))]
  }

  get count(): number {
    return this.fields.length / 2
  }

  /** Bytes on the wire in HTTP/1.1: `name: value\r\n` each. */
  get size(): number {
    let sum = 0
    for (const text of this.fields) sum += text.length + 2
    return sum
  }

  /** Lower-case names; several fields of one name as an array. */
  toRecord(): Record<string, string | string[]> {
    return headerRecord(this)
  }
}

/**
 * Pairs as a record: a list where a name comes again. A name is foreign data: `constructor` and `__proto__` are names like
 * others.
 */
export function headerRecord(pairs: Iterable<readonly [string, string]>): Record<string, string | string[]> {
  const fields = new Map<string, string[]>()
  for (const [name, value] of pairs) {
    const values = fields.get(name)
    if (values) values.push(value)
    else fields.set(name, [value])
  }
  return Object.fromEntries(
    [...fields].map(([name, [first = '', ...more]]) => [name, more.length > 0 ? [first, ...more] : first]),
  )
}

/** The items of a comma-separated list field, trimmed, without empty ones. */
export const listItems = (value: string | null): string[] =>
  value === null
    ? []
    : value
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== '')
