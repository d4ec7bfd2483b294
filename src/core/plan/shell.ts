/**
 * Text for bash in which everything of a design is data. Values stand in single quotes, where nothing has a meaning to
 * the shell (https://www.gnu.org/software/bash/manual/html_node/Single-Quotes.html); a value that a command of the
 * script gives is a `Hole` in the tree, never a mark within a text.
 */
import type { Json } from '#core/model/field.ts'

/** A place for the value of a shell variable. Its name is ours: letters, digits and underscores. */
export class Hole {
  readonly variable: string
  readonly before: string
  constructor(variable: string, before = '') {
    this.variable = variable
    this.before = before
  }
}

/** A text as one word of the shell. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** A remark of one line: what would end the line is left out. */
export const remark = (text: string): string => `# ${text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ')}`

/** Letters, digits and underscores only, so that it can be part of a variable's or a file's name. */
export const plainName = (text: string): string => text.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 40)

/** JSON in ASCII and without an apostrophe: the same in every locale, and whole between single quotes. */
const escaped = (json: string): string =>
  json.replace(/['\u007f-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)

function jsonPieces(value: unknown, indent: string): string {
  if (value instanceof Hole)
    return `"${escaped(JSON.stringify(value.before).slice(1, -1))}'"$${value.variable}"'"`
  if (typeof value !== 'object' || value === null) return escaped(JSON.stringify(value ?? null))
  const inner = `${indent}  `
  const children = Array.isArray(value)
    ? value.map((child) => jsonPieces(child, inner))
    : Object.entries(value)
        .filter(([, child]) => child !== undefined)
        .map(([name, child]) => `${escaped(JSON.stringify(name))}: ${jsonPieces(child, inner)}`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  if (children.length === 0) return `${open}${close}`
  return `${open}\n${inner}${children.join(`,\n${inner}`)}\n${indent}${close}`
}

/** A tree as JSON that is one word of the shell; holes are filled in by it. */
export const quotedJson = (value: unknown): string => `'${jsonPieces(value, '')}'`

/** Writes a text to a file as it is, to the byte; a shell's word cannot hold a null, so such a text goes in base64. */
export function writtenTo(path: string, text: string): string {
  if (!text.includes('\0')) return `printf '%s' ${quoted(text)} > ${path}`
  const bytes = new TextEncoder().encode(text)
  return `printf '%s' ${quoted(btoa(String.fromCharCode(...bytes)))} | base64 -d > ${path}`
}

/** The holes of a tree. */
export function* holesIn(value: unknown): Generator<Hole> {
  if (value instanceof Hole) yield value
  else if (typeof value === 'object' && value !== null)
    for (const child of Object.values(value)) yield* holesIn(child)
}

/** A hole where JSON is wanted: whoever writes the tree knows both. */
export const asJson = (hole: Hole): Json => hole as unknown as Json
