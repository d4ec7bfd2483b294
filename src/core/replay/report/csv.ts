/** A report for spreadsheets (RFC 4180): its groups as one table, or any of its tables. */
import { type Count, emptyCount, hitRatio } from './counts.ts'
import type { ReplayReport } from './report.ts'
import type { Cell, ReportTable } from './tables.ts'

const counts = Object.keys(emptyCount()) as (keyof Count)[] // it holds nothing but the counts

/** What a spreadsheet may take for a formula begins so; and an apostrophe, so that taking one away reads it back. */
const guarded = /^['=+\-@\t\r\n＝＋－＠]/

/**
 * A cell; a text that a spreadsheet would take for a formula begins with an apostrophe. Without its first apostrophe it
 * is what it was. https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell(value: string | number): string {
  const text = typeof value === 'string' && guarded.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const row = (cells: readonly (string | number)[]) => cells.map(cell).join(',')

export function reportCsv(report: ReplayReport): string {
  const groupRow = (kind: string, name: string, group: Count) =>
    row([kind, name, ...counts.map((key) => group[key]), hitRatio(group)?.toFixed(6) ?? ''])
  return `${[
    row(['group', 'name', ...counts, 'hitRatio']),
    groupRow('total', report.distribution, report.total),
    ...report.byBehavior.map((group) => groupRow('behavior', group.name, group)),
    ...report.byTarget.map((group) => groupRow('origin', group.name, group)),
    ...report.byStatus.map((group) => groupRow('status', group.name, group)),
    ...report.byRule.map((group) => groupRow('AWS WAF', group.name, group)),
    ...report.byPop.map((group) => groupRow('point of presence', group.name, group)),
    ...report.byTime.map((group) => groupRow('time', new Date(group.start).toISOString(), group)),
  ].join('\r\n')}\r\n`
}

const raw = (cell: Cell): string | number =>
  cell === null ? '' : typeof cell === 'object' ? (cell.value ?? '') : cell

/** One table, figures unrounded. */
export const tableCsv = ({ columns, rows }: ReportTable): string =>
  `${[row(columns.map(({ title }) => title)), ...rows.map((cells) => row(cells.map(raw)))].join('\r\n')}\r\n`
