/** A replay's report for a terminal. */
import type { Comparison } from '#core/replay/compare.ts'
import type { Count, ReplayReport } from '#core/replay/report.ts'
import { hitRatio } from '#core/replay/report.ts'
import type { Suggestion } from '#core/replay/suggest.ts'

const count = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 0 })
const percent = (ratio: number | null) => (ratio === null ? '–' : `${(ratio * 100).toFixed(1)} %`)
const money = (value: number) =>
  `$${value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`

function bytes(value: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB']
  let size = value
  let unit = 0
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  return `${size.toFixed(unit === 0 ? 0 : 1)} ${units[unit]}`
}

/** Columns as wide as their widest cell; numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return all.map((row) => `  ${line(row)}`).join('\n')
}

const groupHead = ['', 'requests', 'bytes', 'hit ratio', 'at the edge', 'errors', 'to origins']
const groupRow = (name: string, group: Count) => [
  name,
  count(group.requests),
  bytes(group.bytes),
  percent(hitRatio(group)),
  percent(group.lookups === 0 ? null : group.edgeHits / group.lookups),
  count(group.errors),
  count(group.originRequests),
]

const section = (title: string, body: string) => (body === '' ? '' : `\n${title}\n${body}\n`)
const shorten = (text: string) => (text.length <= 70 ? text : `${text.slice(0, 69)}…`)

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

function fanOut({ fanOut: behaviors }: ReplayReport): string {
  const rows = behaviors.flatMap(({ behavior, parts }) =>
    parts
      .filter(({ factor }) => factor > 1.01)
      .slice(0, 5)
      .map(({ kind, name, values, keysWithout, factor }) => [
        behavior,
        `${kind} “${name}”`,
        count(values),
        count(keysWithout),
        `${factor.toFixed(2)}×`,
      ]),
  )
  return rows.length === 0
    ? ''
    : table(['', 'part of the key', 'values', 'keys without it', 'multiplies by'], rows)
}

function cost({ cost: estimate }: ReplayReport): string {
  const rows = estimate.items.map(({ what, region, cost: amount, arithmetic }) => [
    what,
    money(amount),
    region ?? '',
    arithmetic,
  ])
  const width = (column: number) => Math.max(0, ...rows.map((row) => (row[column] ?? '').length))
  return [
    ...rows.map(
      ([what = '', amount = '', region = '', arithmetic = '']) =>
        `  ${what.padEnd(width(0))}  ${amount.padStart(width(1))}  ${arithmetic}${region === '' ? '' : `  (${region})`}`,
    ),
    `  ${'Total'.padEnd(width(0))}  ${money(estimate.total).padStart(width(1))}  (${money(estimate.totalAfterFreeTier)} if the account's free tier were all for this distribution)`,
    `  List prices of ${estimate.pricesSource}: transfer to viewers, free tier and functions compared on ${estimate.pricesChecked}; requests, Origin Shield, Lambda@Edge and transfer to origins are those of 2025.`,
    ...estimate.notes.map((note) => `  ${note}`),
  ].join('\n')
}

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
    section(
      'By behavior',
      table(
        groupHead,
        report.byBehavior.map((group) => groupRow(group.name, group)),
      ),
    ),
    section(
      'By origin',
      table(
        ['', 'requests', 'bytes'],
        report.byOrigin.map((origin) => [origin.name, count(origin.requests), bytes(origin.bytes)]),
      ),
    ),
    section(
      'By status',
      table(
        groupHead,
        report.byStatus.map((group) => groupRow(group.name, group)),
      ),
    ),
    section(
      'By point of presence',
      table(
        groupHead,
        report.byPop.slice(0, 20).map((group) => groupRow(group.name, group)),
      ),
    ),
    section(
      'Who answered',
      table(
        ['', 'requests', 'share'],
        report.latency.map(({ servedFrom, requests, share }) => [
          servedFrom === 'none' ? 'CloudFront itself' : servedFrom,
          count(requests),
          percent(share),
        ]),
      ),
    ),
    section(
      'Most misses',
      table(
        ['', 'to origins', 'requests', 'mostly because'],
        report.topMisses.map(({ method, path, originRequests, requests, reasons }) => [
          shorten(`${method} ${path}`),
          count(originRequests),
          count(requests),
          reasons[0]?.reason ?? '',
        ]),
      ),
    ),
    section(
      'Most requested',
      table(
        ['', 'requests', 'bytes', 'hits'],
        report.topPaths.map(({ method, path, requests, bytes: size, hits }) => [
          shorten(`${method} ${path}`),
          count(requests),
          bytes(size),
          percent(hits / requests),
        ]),
      ),
    ),
    section('What multiplies cache keys', fanOut(report)),
    section('A month at list prices', cost(report)),
    section(
      'Taken for granted',
      report.assumptions.map(({ about, assumed }) => `  ${about}: ${assumed}`).join('\n'),
    ),
    section('Files', fileLines(report)),
  ].join('')
}

const signed = (value: number | null, show: (value: number) => string) =>
  value === null ? '–' : `${value > 0 ? '+' : value < 0 ? '−' : '±'}${show(Math.abs(value))}`

function shown(what: string): (value: number) => string {
  if (what === 'hit ratio') return (value) => `${(value * 100).toFixed(1)} %`
  if (what.startsWith('bytes')) return bytes
  return what.startsWith('dollars') ? money : count
}

/** The second design beside the first. */
export function comparisonText({ totals, byBehavior }: Comparison, before: string, after: string): string {
  const value = (what: string, amount: number | null) => (amount === null ? '–' : shown(what)(amount))
  return [
    section(
      `Compared: ${before} → ${after}`,
      table(
        ['', 'before', 'after', 'change'],
        totals.map((row) => [
          row.what,
          value(row.what, row.before),
          value(row.what, row.after),
          row.what === 'hit ratio'
            ? signed(row.change, (change) => `${(change * 100).toFixed(1)} points`)
            : signed(row.change, shown(row.what)),
        ]),
      ),
    ),
    section(
      'Behaviors',
      table(
        ['', 'verdict', 'hit ratio before', 'after', 'to origins before', 'after'],
        byBehavior.map((row) => [
          row.behavior,
          row.verdict,
          percent(row.hitRatioBefore),
          percent(row.hitRatioAfter),
          count(row.originRequestsBefore),
          count(row.originRequestsAfter),
        ]),
      ),
    ),
  ].join('')
}

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
