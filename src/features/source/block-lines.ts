/** How far down a text the thing goes that starts at a place: from the text alone, whatever its syntax. */
import type { Position } from '#core/formats/format.ts'

export interface BlockLines {
  readonly first: number
  readonly last: number
}

/** Cut short, so that a text of one endless line costs nothing. */
const longestLine = 10_000

/** The line on which the bracket closes that opens first at or after the place; its own line where none opens there. */
function bracketEnd(lines: readonly string[], { line, column }: Position): number {
  let depth = 0
  let quoted = false
  for (let at = line - 1; at < lines.length; at += 1) {
    const text = (lines[at] ?? '').slice(0, longestLine)
    for (let index = at === line - 1 ? column - 1 : 0; index < text.length; index += 1) {
      const character = text[index]
      if (quoted && character === '\\') index += 1
      else if (character === '"') quoted = !quoted
      else if (!quoted && (character === '{' || character === '[')) depth += 1
      else if (!quoted && (character === '}' || character === ']')) {
        depth -= 1
        if (depth <= 0) return at + 1
      }
    }
    if (depth === 0) return at + 1
    quoted = false
  }
  return line
}

const indentOf = (line: string): number => line.length - line.trimStart().length
const isEmpty = (line: string): boolean => /^\s*(#.*)?$/.test(line)

/** The last line that is indented deeper than the key or the dash at the place. */
function indentEnd(lines: readonly string[], { line, column }: Position): number {
  const start = lines[line - 1] ?? ''
  const dash = /^(\s*)((?:- +)*)/.exec(start.slice(0, column - 1))
  const isItem = dash?.[2] !== undefined && dash[2] !== ''
  const depth = isItem ? column - 3 : indentOf(start)
  let last = line
  for (let at = line; at < lines.length; at += 1) {
    const text = lines[at] ?? ''
    if (isEmpty(text)) continue
    const isOwnList = !isItem && indentOf(text) === depth && text.trimStart().startsWith('- ')
    if (indentOf(text) <= depth && !isOwnList) break
    last = at + 1
  }
  return last
}

/** The lines of the thing whose key or item starts at `position`; lines count from 1. */
export function blockLines(
  lines: readonly string[],
  position: Position,
  syntax: 'indent' | 'brackets',
): BlockLines {
  const end = syntax === 'indent' ? indentEnd(lines, position) : bracketEnd(lines, position)
  return { first: position.line, last: Math.max(position.line, end) }
}
