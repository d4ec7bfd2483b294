/** Tables for spreadsheets: no cell is a formula there, and what was written is read back to the letter. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tableCsv } from './csv.ts'

/** The cells of RFC 4180. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = []
  for (let at = 0, row: string[] = []; at < text.length; ) {
    const quoted = /"((?:[^"]|"")*)"/y
    const plain = /[^",\r\n]*/y
    quoted.lastIndex = at
    plain.lastIndex = at
    const inQuotes = quoted.exec(text)
    const found = inQuotes ?? plain.exec(text)
    row.push(inQuotes ? (inQuotes[1] ?? '').replaceAll('""', '"') : (found?.[0] ?? ''))
    at += found?.[0].length ?? 0
    if (text[at] === ',') at += 1
    else {
      expect(text.slice(at, at + 2)).toBe('\r\n')
      at += 2
      rows.push(row)
      row = []
    }
  }
  return rows
}

const readBack = (cell: string) => cell.replace(/^'/, '')
const written = (values: readonly (readonly string[])[]) =>
  tableCsv({ id: 'a', title: 'a', columns: [], rows: values })

const begins = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  "'",
  '"',
  ',',
  '＝',
  '＋',
  '－',
  '＠',
  "'=",
  '=1+1',
  '""',
]
const value = fc
  .tuple(fc.constantFrom('', ...begins), fc.string({ unit: 'grapheme', maxLength: 8 }))
  .map((parts) => parts.join(''))

test('no cell of a table is a formula, and each is read back as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.array(value, { minLength: 2, maxLength: 3 }), { minLength: 1 }), (values) => {
      const [, ...rows] = cellsOf(written(values))
      expect(rows.flat().filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([])
      expect(rows.map((row) => row.map(readBack))).toEqual(values)
    }),
    { numRuns: 200, seed: 42 },
  )
})

test('numbers stay numbers, the negative ones as well', () => {
  const text = tableCsv({ id: 'a', title: 'a', columns: [], rows: [[-1, 2.5, '-1']] })
  expect(cellsOf(text)[1]).toEqual(['-1', '2.5', "'-1"])
})
