/** HCL as text, the way `terraform fmt` lays it out (https://developer.hashicorp.com/terraform/language/style). */

/** An expression that is already HCL. */
export interface Code {
  readonly code: string
}
export type Literal = null | boolean | number | string | Code | readonly Literal[]
/** A value of any depth. */
export type Nested = Literal | readonly Nested[] | NestedMap
export interface NestedMap {
  readonly object: readonly (readonly [string, Nested])[]
}
export interface Attribute {
  readonly name: string
  readonly value:
    | Literal
    | { readonly heredoc: string }
    | { readonly pairs: readonly (readonly [string, Literal])[] }
    | NestedMap
    | { readonly nested: Nested }
    /** A function of one value. */
    | { readonly call: string; readonly of: Nested }
}
export interface Block {
  readonly type: string
  readonly labels?: readonly string[]
  readonly attributes: readonly Attribute[]
  readonly blocks: readonly Block[]
}

/** HCL's quoted text; `${` and `%{` would begin a template. */
export const quoted = (text: string): string =>
  `"${text
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(/[$%](?=\{)/g, '$&$&')
    .replace(
      /[\p{Cc}\u2028\u2029]/gu,
      (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    )}"`

const isCode = (value: object): value is Code => 'code' in value

export function literal(value: Literal): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'object' && value !== null) return isCode(value as Code) ? (value as Code).code : ''
  return typeof value === 'string' ? quoted(value) : String(value)
}

function heredoc(text: string): string {
  let mark = 'EOT'
  while (text.split('\n').some((line) => line.trim() === mark)) mark = `${mark}_`
  return `<<${mark}\n${text.replace(/[$%](?=\{)/g, '$&$&')}${mark}`
}

/** A heredoc always ends with a line break and holds no carriage returns; other texts are quoted. */
const fitsHeredoc = (text: string) =>
  text.endsWith('\n') && !/[\p{Cc}\u2028\u2029]/u.test(text.replace(/[\n\t]/g, ''))

/** A longer text as a heredoc where that says the same. */
export const longText = (text: string): Attribute['value'] => (fitsHeredoc(text) ? { heredoc: text } : text)

/** Keys and values; neighbours of one line each have their equals signs in one column. */
function mapText(entries: readonly (readonly [string, Nested])[], indent: string): string {
  if (entries.length === 0) return '{}'
  const lines = entries.map(([key, value]) => ({
    key: /^[A-Za-z_][\w-]*$/.test(key) ? key : quoted(key),
    value: nestedText(value, `${indent}  `),
  }))
  const isLong = (index: number) => lines[index]?.value.includes('\n') !== false
  const widthAt = (index: number): number => {
    if (isLong(index)) return 0
    let [from, to] = [index, index]
    while (!isLong(from - 1)) from -= 1
    while (!isLong(to + 1)) to += 1
    return Math.max(...lines.slice(from, to + 1).map(({ key }) => [...key].length))
  }
  const texts = lines.map(({ key, value }, index) => {
    const gap = ' '.repeat(Math.max(0, widthAt(index) - [...key].length))
    return `${indent}  ${key}${gap} = ${value}`
  })
  return `{\n${texts.join('\n')}\n${indent}}`
}

function nestedText(value: Nested, indent: string): string {
  if (Array.isArray(value)) {
    const items = value.map((item: Nested) => nestedText(item, `${indent}  `))
    if (!items.some((item) => item.includes('\n'))) return `[${items.join(', ')}]`
    return `[\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}]`
  }
  if (typeof value === 'object' && value !== null && 'object' in value) return mapText(value.object, indent)
  // Lists and maps are dealt with above.
  return literal(value as Literal)
}

/** A value behind `name = `, in a block that is indented so far. */
export function valueText(value: Attribute['value'], indent: string): string {
  if (typeof value === 'object' && value !== null) {
    if ('heredoc' in value) return heredoc(value.heredoc)
    if ('pairs' in value) return mapText(value.pairs, indent)
    if ('object' in value) return mapText(value.object, indent)
    if ('nested' in value) return nestedText(value.nested, indent)
    if ('call' in value) return `${value.call}(${nestedText(value.of, indent)})`
  }
  return literal(value)
}

/** Values of several lines stand apart, so that the equals signs around them need not line up with them. */
const isLong = ({ value }: Attribute) =>
  typeof value === 'object' &&
  value !== null &&
  ('heredoc' in value ||
    valueText(value, '').includes('\n') ||
    ('pairs' in value && value.pairs.length === 0))

function attributeLines(attributes: readonly Attribute[], indent: string): string[] {
  const short = attributes.filter((attribute) => !isLong(attribute))
  const width = Math.max(0, ...short.map(({ name }) => name.length))
  const lines = short.map(({ name, value }) => `${indent}${name.padEnd(width)} = ${valueText(value, indent)}`)
  const long = attributes
    .filter(isLong)
    .map(({ name, value }) => `${indent}${name} = ${valueText(value, indent)}`)
  return [lines.join('\n'), ...long].filter((part) => part !== '')
}

/** A block; its first line is indented too. */
export function blockText({ type, labels = [], attributes, blocks }: Block, indent = ''): string {
  const head = [type, ...labels.map(quoted)].join(' ')
  if (attributes.length === 0 && blocks.length === 0) return `${indent}${head} {}`
  const inner = `${indent}  `
  const parts = [...attributeLines(attributes, inner), ...blocks.map((block) => blockText(block, inner))]
  return `${indent}${head} {\n${parts.join('\n\n')}\n${indent}}`
}

/** A file of blocks. */
export const hclText = (blocks: readonly Block[]): string =>
  `${blocks.map((block) => blockText(block)).join('\n\n')}\n`
