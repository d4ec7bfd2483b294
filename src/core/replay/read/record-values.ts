/** The columns of a record that comes as names and values, whatever its names' spelling. */
import { said } from '#core/ground/said.ts'
import { areRealtime, columnNames, columnOf, columnsOf } from './columns.ts'

/** Values by column, as {@link LineWriter} takes them. */
export type Values = (string | undefined)[]

const epoch = /^\d+(\.\d+)?$/

/** The columns of records by their names: logs hold few combinations of them. */
const known = new Map<string, { readonly columns: readonly number[]; readonly isRealtime: boolean }>()

function columnsFor(names: readonly string[]) {
  const id = names.join('\n')
  const found = known.get(id) ?? { columns: columnsOf(names), isRealtime: areRealtime(names) }
  known.set(id, found)
  return found
}

/** A raw question mark is in no path: real-time logs have the query string beside the path. */
function splitUri(values: Values): void {
  const uri = values[columnOf['cs-uri-stem']]
  const question = uri?.indexOf('?') ?? -1
  if (uri === undefined || question < 0) return
  values[columnOf['cs-uri-stem']] = uri.slice(0, question)
  values[columnOf['cs-uri-query']] ??= uri.slice(question + 1)
}

/** Milliseconds for a time in words, such as log pipelines write. */
function asEpoch(values: Values): void {
  const text = values[columnOf.timestamp]
  if (text === undefined || epoch.test(text)) return
  const time = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text.replace(' ', 'T')}Z`)
  values[columnOf.timestamp] = Number.isNaN(time) ? undefined : said(time)
}

const textFor = (cell: unknown, column: number): string =>
  cell instanceof Date
    ? cell.toISOString().slice(0, column === columnOf.date ? 10 : undefined)
    : typeof cell === 'object'
      ? JSON.stringify(cell)
      : said(cell)

/** Of several fields for one column, the first counts. */
export function valuesOf(names: readonly string[], cells: readonly unknown[]): Values {
  const values = new Array<string | undefined>(columnNames.length)
  columnsFor(names).columns.forEach((column, index) => {
    const cell = cells[index]
    if (column >= 0 && cell !== null && cell !== undefined && cell !== '' && values[column] === undefined)
      values[column] = textFor(cell, column)
  })
  splitUri(values)
  asEpoch(values)
  return values
}
