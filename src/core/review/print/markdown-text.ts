/** Text that stays text in a comment: no markup, no mention, no reference to an issue, whatever a template's names hold. */

import { tableOf } from '#core/ground/names.ts'

const special: Readonly<Record<string, string>> = tableOf({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '@': '&#64;',
  '#': '&#35;',
})

export const escaped = (text: string): string =>
  text
    .replaceAll(/[&<>@#]/g, (character) => special[character] ?? character)
    .replaceAll(/[\\`*_[\]|~]/g, (character) => `\\${character}`)
    .replaceAll(/\s+/g, (space) => (/[\r\n]/.test(space) ? ' ' : space))
    .replaceAll('://', ':&#47;&#47;')

/** A code span; backticks within it need a longer fence. */
export function code(text: string): string {
  const plain = text.replaceAll(/[\r\n]+/g, ' ').replaceAll('|', '\\|')
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest > 0 ? `${fence} ${plain} ${fence}` : `${fence}${plain}${fence}`
}

/** A block that no line of the code can end. */
export function block(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`
}

export const folded = (summary: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`<details><summary>${summary}</summary>`, '', ...lines, '', '</details>', '']

export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  rows.length === 0 ? [] : [row(head), row(head.map(() => '---')), ...rows.map(row)]
