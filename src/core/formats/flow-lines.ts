/**
 * YAML's flow collections (`[…]`, `{…}`) whose lines are indented less than the library wants. YAML 1.1's readers,
 * CloudFormation's among them, do not look at indentation inside of brackets. The line breaks before such lines become
 * blanks, so that every offset stays what it was.
 */
export const isFlowIndentError = ({ code, message }: { code: string; message: string }): boolean =>
  code === 'BAD_INDENT' && message.startsWith('Flow ')

const isBlank = (character: string | undefined) => character !== undefined && /\s/.test(character)

/** Where a line's comment begins; quotation marks and `#` inside of words are none. */
function commentStart(line: string): number {
  let quote = ''
  for (const [index, character] of [...line].entries()) {
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '#' && (index === 0 || isBlank(line[index - 1]))) return index
  }
  return line.length
}

/** The text with the break before the line of `offset`, and comments that would swallow it, as blanks. */
export function withoutBreakBefore(text: string, offset: number): string {
  const indent = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  // The end of the text, or a place within a line, is where something else is wrong.
  if (indent.trim() !== '' || text.slice(offset).trim() === '') return text
  let start = offset
  for (;;) {
    const lineBreak = text.lastIndexOf('\n', start - 1)
    if (lineBreak < 0) break
    const before = text.lastIndexOf('\n', lineBreak - 1) + 1
    const line = text.slice(before, lineBreak)
    const end = commentStart(line)
    start = before + line.slice(0, end).trimEnd().length
    if (line.slice(0, end).trim() !== '') break
  }
  return `${text.slice(0, start)}${' '.repeat(offset - start)}${text.slice(offset)}`
}
