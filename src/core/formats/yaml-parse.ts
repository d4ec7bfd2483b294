/** The YAML library as texts of ours are parsed by it. */
import { LineCounter, parseAllDocuments } from 'yaml'
import type { Position } from './format.ts'

export const parsedYaml = (text: string, lineCounter?: LineCounter) =>
  parseAllDocuments(text, {
    ...(lineCounter && { lineCounter }),
    logLevel: 'silent',
    // Checked while reading: the library compares each key with every other.
    uniqueKeys: false,
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
  })

/** Counts lines only for a text of which a place is asked. */
export function positionsIn(text: string): (offset: number) => Position {
  const lines = new LineCounter()
  const count = () => {
    lines.addNewLine(0)
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1)
  }
  return (offset) => {
    if (lines.lineStarts.length === 0) count()
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
}
