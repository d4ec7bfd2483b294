/** A replay's report for a terminal. */

import type { Suggestion } from '#core/replay/advise/suggest.ts'
import type { Comparison } from '#core/replay/report/compare.ts'
import { bytes, count, money, percent } from '#core/replay/report/figures.ts'
import type { ReplayReport } from '#core/replay/report/report.ts'
import {
  behaviorTable,
  cellInWords,
  costTable,
  fanOutTable,
  latencyTable,
  loggedLatencyTable,
  missTable,
  neverHitTable,
  originTable,
  pathTable,
  placeTable,
  priceClassTable,
  type ReportTable,
  ruleTable,
  statusTable,
  targetTable,
  timeTable,
  totalsTable,
  trustTable,
  verdictTable,
} from '#core/replay/report/tables.ts'

const widest = 70
const shorten = (text: string) => (text.length <= widest ? text : `${text.slice(0, widest - 1)}…`)
const section = (title: string, body: string) => (body === '' ? '' : `\n${title}\n${body}\n`)

/** Rows of a table that a terminal shows. */
const mostRows = 24

/** Columns as wide as their widest cell: words to the left, figures to the right, the last column as it comes. */
function table({ columns, rows }: ReportTable): string {
  const shown = rows.slice(0, mostRows)
  const lines = [
    columns.map(({ title }) => title),
    ...shown.map((row) =>
      row.map((cell, at) => cellInWords(cell, columns[at] ?? { title: '', kind: 'text' })),
    ),
  ].map((cells) => cells.map((cell, at) => (at === columns.length - 1 ? cell : shorten(cell))))
  const widths = columns.map((_, at) => Math.max(...lines.map((cells) => (cells[at] ?? '').length)))
  const isText = (at: number) => columns[at]?.kind === 'text'
  const texts = lines.map((cells) =>
    cells
      .map((cell, at) =>
        !isText(at)
          ? cell.padStart(widths[at] ?? 0)
          : at === columns.length - 1
            ? cell
            : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
  const left = rows.length - shown.length
  return [...texts, ...(left > 0 ? [`… and ${count(left)} more (--format json has them all)`] : [])]
    .map((line) => `  ${line}`)
    .join('\n')
}
const tableSection = (one: ReportTable) => (one.rows.length === 0 ? '' : section(one.title, table(one)))

function head({ log, total, trust, distribution, objects }: ReplayReport): string {
  const { lookups, edgeHits, regionalLookups, regionalHits, shieldLookups, shieldHits } = total
  return [
    `${distribution}: ${count(log.requests)} requests from ${log.from ?? '–'} to ${log.to ?? '–'}`,
    `  hit ratio            ${percent(total.hitRatio)}   (logged: ${percent(trust.loggedHitRatio)}; ${percent(trust.agreement)} of the requests have the result that was logged)`,
    `  edge caches          ${count(edgeHits)} of ${count(lookups)} (${percent(lookups ? edgeHits / lookups : null)})`,
    `  regional edge caches ${count(regionalHits)} of ${count(regionalLookups)} (${percent(regionalLookups ? regionalHits / regionalLookups : null)})`,
    ...(shieldLookups > 0
      ? [
          `  Origin Shield        ${count(shieldHits)} of ${count(shieldLookups)} (${percent(shieldHits / shieldLookups)})`,
        ]
      : []),
    `  to viewers           ${bytes(total.bytes)}`,
    `  to origins           ${count(total.originRequests)} requests, ${bytes(total.originBytes)} back`,
    `  cache keys           ${count(objects.requested)}, of which ${count(objects.neverHit)} were never served from a cache`,
  ].join('\n')
}

/** What stands below the table of costs. */
const costNotes = ({ cost: estimate }: ReplayReport): string =>
  [
    `  ${money(estimate.totalAfterFreeTier)} if the account's free tier were all for this distribution.`,
    ...estimate.assumptions.map((assumption) => `  ${assumption}`),
    ...estimate.notIn.map((left) => `  Not in it: ${left}`),
  ].join('\n')

function fileLines({ log }: ReplayReport): string {
  const lines = log.files.flatMap(({ file, format, requests, lines: all, unreadable, examples, damage }) => [
    ...(log.files.length <= 20 || unreadable > 0 || damage !== null
      ? [`  ${file}: ${format}, ${count(requests)} requests in ${count(all)} lines`]
      : []),
    ...(damage === null ? [] : [`    ${damage}`]),
    ...(unreadable > 0
      ? [`    ${count(unreadable)} ${unreadable === 1 ? 'line' : 'lines'} could not be read:`]
      : []),
    ...examples.map(({ line, reason, text }) => `    line ${line}: ${reason}  ${shorten(text)}`),
  ])
  return lines.join('\n')
}

/** The whole report. */
export function reportText(report: ReplayReport): string {
  return [
    `${head(report)}\n`,
    ...[
      behaviorTable,
      targetTable,
      originTable,
      statusTable,
      ruleTable,
      placeTable,
      (one: ReplayReport) => timeTable(one, mostRows),
      latencyTable,
      loggedLatencyTable,
      missTable,
      neverHitTable,
      pathTable,
      fanOutTable,
      trustTable,
      costTable,
    ].map((make) => tableSection(make(report))),
    `${costNotes(report)}\n`,
    tableSection(priceClassTable(report)),
    section(
      'Taken for granted',
      report.assumptions.map(({ about, assumed }) => `  ${about}: ${assumed}`).join('\n'),
    ),
    section('Files', fileLines(report)),
  ].join('')
}

/** The second design beside the first. */
export const comparisonText = (comparison: Comparison, before: string, after: string): string =>
  [totalsTable(comparison, before, after), verdictTable(comparison)].map(tableSection).join('')

/** What a search has found to pay. */
export const suggestionsText = (suggestions: readonly Suggestion[]): string =>
  section(
    'Suggestions, each replayed on this log',
    suggestions.length === 0
      ? '  None of the changes that were tried saves one request in a hundred to the origins.'
      : suggestions
          .map(
            ({ change, why, originRequestsSaved, share, caution }) =>
              `  ${change}\n    saves ${count(originRequestsSaved)} requests to origins (${percent(share)}). ${why} ${caution}`,
          )
          .join('\n'),
  )
