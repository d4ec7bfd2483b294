/** Which field a person is writing, told from the lines alone: a text that is being typed does not read. */

export interface KeyAt {
  /** The field whose value is being written; undefined where a new field is. */
  readonly key: string | undefined
  /** The fields around it, the nearest first. */
  readonly around: readonly string[]
  /** What is written of the value so far. */
  readonly written: string
}

const field = /^(\s*(?:-\s+)*)["']?([A-Za-z][\w-]*)["']?\s*(?:[:=]|\{)\s*(.*)$/
const item = /^\s*(?:-\s*)?["']?([^"',[\]{}]*)$/

const indentOf = (line: string): number => /^[\s-]*/.exec(line)?.[0].length ?? 0

/** The fields that a line stands below, by indentation: it holds for YAML, and for JSON and HCL as people format them. */
function fieldsAround(lines: readonly string[], below: number, indent: number): string[] {
  const around: string[] = []
  let limit = indent
  for (let at = below - 1; at >= 0 && limit > 0; at -= 1) {
    const line = lines[at] ?? ''
    const [, space = '', key] = field.exec(line) ?? []
    if (key === undefined || space.length >= limit) continue
    around.push(key)
    limit = space.length
  }
  return around
}

/** What is written at a place; the line counts from 0, `column` are the characters before it. */
export function keyAt(lines: readonly string[], line: number, column: number): KeyAt {
  const before = (lines[line] ?? '').slice(0, column)
  const [, space, key, rest] = field.exec(before) ?? []
  if (key !== undefined && rest !== undefined)
    return {
      key,
      around: fieldsAround(lines, line, space?.length ?? 0),
      written: rest.replace(/^["'[\s]+/, ''),
    }
  const around = fieldsAround(lines, line, Math.max(indentOf(before), 1))
  const isItem = /^\s*(?:-|["'])/.test(before)
  const written = item.exec(before)?.[1] ?? ''
  return isItem ? { key: around[0], around: around.slice(1), written } : { key: undefined, around, written }
}
