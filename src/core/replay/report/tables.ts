/** The tables of a report, once for the page, the terminal and CSV: what each column counts, and the rows in raw figures. */
import { tableOf } from '#core/ground/names.ts'
import { coarser } from './coarser.ts'
import type { Comparison } from './compare.ts'
import { type Count, hitRatio } from './counts.ts'
import { changeInWords, inWords, type Kind } from './figures.ts'
import type { ReplayReport } from './report.ts'

export interface Column {
  readonly title: string
  readonly kind: Kind | 'text'
  /** Left out of the table where nothing in it is other than 0. */
  readonly isOptional?: true
  /** Its texts are behaviors, by their patterns: `*` is the default one. */
  readonly isPattern?: true
}
/** A figure in a column whose rows count different things. */
export interface Figure {
  readonly value: number | null
  readonly kind: Kind
  readonly isChange?: true
}
export type Cell = string | number | null | Figure
export interface ReportTable {
  /** For file names. */
  readonly id: string
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

const text = (title: string): Column => ({ title, kind: 'text' })
const patterns: Column = { title: 'Path pattern', kind: 'text', isPattern: true }
const counted = (title: string): Column => ({ title, kind: 'count' })
const sized = (title: string): Column => ({ title, kind: 'bytes' })
const ratio = (title: string): Column => ({ title, kind: 'ratio' })
const optional = (title: string): Column => ({ title, kind: 'count', isOptional: true })

const isEmpty = (cell: Cell | undefined) => cell === 0 || cell === null || cell === undefined

function table(
  id: string,
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): ReportTable {
  const kept = columns.map(
    ({ isOptional }, index) => !isOptional || rows.some((cells) => !isEmpty(cells[index])),
  )
  const keep = <Item>(items: readonly Item[]) => items.filter((_, index) => kept[index])
  return { id, title, columns: keep(columns), rows: rows.map(keep) }
}

/** Where answers came from is the latency class of a request: the nearer, the faster. */
const groupColumns = (first: Column): Column[] => [
  first,
  counted('Requests'),
  sized('Bytes'),
  ratio('Hit ratio'),
  counted('From edge'),
  counted('From regional'),
  optional('From shield'),
  counted('From origin'),
  optional('By CloudFront'),
  optional('Errors'),
  counted('To origins'),
]
const groupRow = (name: string, group: Count): Cell[] => [
  name,
  group.requests,
  group.bytes,
  hitRatio(group),
  group.edgeHits,
  group.regionalHits,
  group.shieldHits,
  group.originAnswers,
  group.ownAnswers,
  group.errors,
  group.originRequests,
]

export const behaviorTable = ({ byBehavior }: ReplayReport): ReportTable =>
  table(
    'behaviors',
    'By behavior',
    groupColumns(patterns),
    byBehavior.map((group) => groupRow(group.name, group)),
  )
export const targetTable = ({ byTarget }: ReplayReport): ReportTable =>
  table(
    'targets',
    'By origin of the behavior',
    groupColumns(text('Origin or group')),
    byTarget.map((group) => groupRow(group.name, group)),
  )
export const originTable = ({ byOrigin }: ReplayReport): ReportTable =>
  table(
    'origins',
    'Requests that origins got',
    [text('Origin'), counted('Requests'), sized('Bytes back')],
    byOrigin.map(({ name, requests, bytes }) => [name, requests, bytes]),
  )
export const statusTable = ({ byStatus }: ReplayReport): ReportTable =>
  table(
    'status',
    'By status',
    groupColumns(text('Status')),
    byStatus.map((group) => groupRow(group.name, group)),
  )
export const ruleTable = ({ byRule }: ReplayReport): ReportTable =>
  table(
    'waf',
    'What AWS WAF would have ended',
    groupColumns(text('Rule')),
    byRule.map((group) => groupRow(group.name, group)),
  )
export const placeTable = ({ byPop }: ReplayReport): ReportTable =>
  table(
    'points-of-presence',
    'By point of presence',
    groupColumns(text('Point of presence')),
    byPop.map((group) => groupRow(group.name, group)),
  )
export const timeTable = ({ byTime }: ReplayReport, most = Number.POSITIVE_INFINITY): ReportTable =>
  table(
    'time',
    'By time',
    groupColumns(text('From (UTC)')),
    coarser(byTime, most).map((group) =>
      groupRow(new Date(group.start).toISOString().slice(0, 16).replace('T', ' '), group),
    ),
  )

const servers: Readonly<Record<string, string>> = tableOf({
  edge: 'Edge cache',
  'regional-edge-cache': 'Regional edge cache',
  'origin-shield': 'Origin Shield',
  origin: 'Origin',
  none: 'CloudFront itself',
})
export const latencyTable = ({ latency }: ReplayReport): ReportTable =>
  table(
    'who-answered',
    'Who answered',
    [text('Place'), counted('Requests'), ratio('Share')],
    latency.map(({ servedFrom, requests, share }) => [servers[servedFrom] ?? servedFrom, requests, share]),
  )
export const loggedLatencyTable = ({ loggedLatency }: ReplayReport): ReportTable =>
  table(
    'logged-latency',
    'Time to the first byte, as logged',
    [text('Logged result'), counted('Requests'), { title: 'Mean', kind: 'seconds' }],
    loggedLatency.map(({ resultType, requests, meanSeconds }) => [resultType, requests, meanSeconds]),
  )

export const missTable = ({ topMisses }: ReplayReport): ReportTable =>
  table(
    'misses',
    'Most misses',
    [text('Request'), counted('To origins'), counted('Requests'), text('Because')],
    topMisses.map(({ method, path, originRequests, requests, reasons }) => [
      `${method} ${path}`,
      originRequests,
      requests,
      reasons.map((one) => `${one.reason} (${inWords('count', one.requests)})`).join(', '),
    ]),
  )
/** Parts that multiply nothing are left out. */
export const fanOutTable = ({ fanOut }: ReplayReport): ReportTable =>
  table(
    'key-fan-out',
    'What multiplies cache keys',
    [
      text('Part of the key'),
      text('Behavior'),
      counted('Values'),
      counted('Keys'),
      counted('Keys without it'),
      { title: 'Multiplies by', kind: 'factor' },
    ],
    fanOut.flatMap(({ behavior, keys, parts }) =>
      parts
        .filter(({ factor }) => factor > 1.001)
        .map(({ kind, name, values, keysWithout, factor }) => [
          `${kind} “${name}”`,
          behavior,
          values,
          keys,
          keysWithout,
          factor,
        ]),
    ),
  )
export const neverHitTable = ({ objects }: ReplayReport): ReportTable =>
  table(
    'never-hit',
    'Objects never served from a cache',
    [text('Cache key'), text('Behavior'), counted('Requests'), sized('Bytes')],
    objects.examples.map(({ key, behavior, requests, bytes }) => [key, behavior, requests, bytes]),
  )
export const pathTable = ({ topPaths }: ReplayReport): ReportTable =>
  table(
    'paths',
    'Most requested',
    [text('Request'), counted('Requests'), sized('Bytes'), ratio('From caches')],
    topPaths.map(({ method, path, requests, bytes, hits }) => [
      `${method} ${path}`,
      requests,
      bytes,
      hits / requests,
    ]),
  )
export const trustTable = ({ trust }: ReplayReport): ReportTable =>
  table(
    'trust',
    'Simulated and logged hit ratio',
    [patterns, ratio('Simulated'), ratio('Logged')],
    trust.byBehavior.map(({ behavior, simulatedHitRatio, loggedHitRatio }) => [
      behavior,
      simulatedHitRatio,
      loggedHitRatio,
    ]),
  )

const dollars = (title: string): Column => ({ title, kind: 'dollars' })
export const costTable = ({ cost }: ReplayReport): ReportTable =>
  table(
    'cost',
    `A month at list prices: ${inWords('dollars', cost.total)}`,
    [text('Item'), dollars('A month'), text('Region'), text('How')],
    cost.items.map(({ what, amount, region, arithmetic }) => [
      what,
      amount,
      region ?? 'everywhere',
      arithmetic,
    ]),
  )
export const priceClassTable = ({ cost }: ReplayReport): ReportTable =>
  table(
    'price-classes',
    'The same month in other price classes',
    [text('Price class'), dollars('A month'), text('In use')],
    cost.byPriceClass.map(({ priceClass, total }) => [
      priceClass,
      total,
      priceClass === cost.priceClass ? "the design's" : '',
    ]),
  )
export const fileTable = ({ log }: ReplayReport): ReportTable =>
  table(
    'files',
    'Files',
    [text('File'), text('Kind'), counted('Lines'), counted('Requests'), counted('Not read'), text('Why')],
    log.files.map(({ file, format, lines, requests, unreadable, damage, examples }) => [
      file,
      format,
      lines,
      requests,
      unreadable,
      [damage, ...examples.map(({ line, reason }) => `line ${line}: ${reason}`)].filter(Boolean).join(' '),
    ]),
  )

/** Everything that a report counts, in the order in which it is read. */
export const tablesOf = (report: ReplayReport): ReportTable[] =>
  [
    behaviorTable,
    targetTable,
    originTable,
    statusTable,
    ruleTable,
    placeTable,
    timeTable,
    latencyTable,
    loggedLatencyTable,
    missTable,
    fanOutTable,
    neverHitTable,
    pathTable,
    trustTable,
    costTable,
    priceClassTable,
    fileTable,
  ].map((make: (report: ReplayReport) => ReportTable) => make(report))

const kindOf = (what: string): Kind =>
  what === 'hit ratio'
    ? 'ratio'
    : what.startsWith('bytes')
      ? 'bytes'
      : what.startsWith('dollars')
        ? 'dollars'
        : 'count'

/** The totals of two designs side by side. */
export const totalsTable = ({ totals }: Comparison, before: string, after: string): ReportTable =>
  table(
    'compared',
    `${after}, compared with ${before}`,
    [text('Figure'), text('Before'), text('After'), text('Change')],
    totals.map(({ what, before: old, after: now, change }) => {
      const kind = kindOf(what)
      return [what, { value: old, kind }, { value: now, kind }, { value: change, kind, isChange: true }]
    }),
  )
/** Errors have their columns where a verdict rests on them. */
export function verdictTable({ byBehavior }: Comparison): ReportTable {
  const hasErrors = byBehavior.some(({ errorsBefore, errorsAfter }) => errorsBefore !== errorsAfter)
  return table(
    'gains-and-losses',
    'Behaviors that gain and lose',
    [
      patterns,
      text('Verdict'),
      counted('Requests before'),
      counted('Requests after'),
      ratio('Hit ratio before'),
      ratio('Hit ratio after'),
      counted('To origins before'),
      counted('To origins after'),
      ...(hasErrors ? [counted('Errors before'), counted('Errors after')] : []),
    ],
    byBehavior.map((row) => [
      row.behavior,
      row.verdict,
      row.requestsBefore,
      row.requestsAfter,
      row.hitRatioBefore,
      row.hitRatioAfter,
      row.originRequestsBefore,
      row.originRequestsAfter,
      ...(hasErrors ? [row.errorsBefore, row.errorsAfter] : []),
    ]),
  )
}

/** A cell as people read it. */
export function cellInWords(cell: Cell, { kind }: Column): string {
  if (typeof cell === 'string') return cell
  if (cell === null) return '–'
  if (typeof cell === 'object')
    return cell.isChange ? changeInWords(cell.kind, cell.value) : inWords(cell.kind, cell.value)
  return kind === 'text' ? String(cell) : inWords(kind, cell)
}
