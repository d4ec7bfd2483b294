/**
 * A handler gets the type `Handler` without its author writing so: a note stands before its declaration in the text
 * that the language service reads, and every place is moved by the length of that note.
 */
export interface Inserted {
  readonly at: number
  readonly length: number
}

const note = '/** @type {Handler} */ '
const declarations = [
  /^(?:export\s+)?(?:async\s+)?function\s+handler\b/m,
  /^(?:export\s+)?(?:const|let|var)\s+handler\s*=/m,
  /^(?:module\.)?exports\.handler\s*=/m,
]

/** The text with the note before the first declaration of `handler`; as it is where the author typed it or has none. */
export function withHandlerType(text: string): {
  readonly text: string
  readonly inserted: Inserted | undefined
} {
  const at = declarations.map((pattern) => text.search(pattern)).find((index) => index >= 0)
  if (at === undefined || /\*\/\s*$/.test(text.slice(0, at))) return { text, inserted: undefined }
  return { text: text.slice(0, at) + note + text.slice(at), inserted: { at, length: note.length } }
}

/** An offset of the author's text in the text with the note. */
export const toTyped = (offset: number, inserted: Inserted | undefined): number =>
  inserted && offset >= inserted.at ? offset + inserted.length : offset

const fromTyped = (offset: number, { at, length }: Inserted): number =>
  offset <= at ? offset : Math.max(at, offset - length)

/** What a language service answered about the text with the note, with every span moved back. */
export function spansFromTyped<T>(value: T, inserted: Inserted | undefined): T {
  if (!inserted || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    // The same list with its items moved.
    return value.map((item) => spansFromTyped(item, inserted)) as T
  }
  const moved = Object.entries(value).map(([name, part]) => [
    name,
    name === 'start' && typeof part === 'number' ? fromTyped(part, inserted) : spansFromTyped(part, inserted),
  ])
  // The same fields with the starts moved.
  return Object.fromEntries(moved) as T
}
