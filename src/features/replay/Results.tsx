import { useState } from 'react'
import { type Count, hitRatio, type ReplayReport } from '#core/replay/report.ts'
import type { ReplayResult } from '#state/replay.ts'
import styles from './replay.module.css'
import { bytes, change, count, money, percent, shown } from './show.ts'
import { Table } from './Table.tsx'
import { TimeChart } from './TimeChart.tsx'

const groupHead = [
  '',
  'Requests',
  'Bytes',
  'Hit ratio',
  'Edge hits',
  'Regional',
  'Shield',
  'Errors',
  'To origins',
]
const groupRow = (name: string, group: Count) => [
  name,
  count(group.requests),
  bytes(group.bytes),
  <Ratio key="ratio" value={hitRatio(group)} />,
  count(group.edgeHits),
  count(group.regionalHits),
  count(group.shieldHits),
  count(group.errors),
  count(group.originRequests),
]

function Ratio({ value }: { readonly value: number | null }) {
  return (
    <span className={styles['ratio']}>
      <span className={styles['bar']} style={{ width: `${(value ?? 0) * 48}px` }} aria-hidden />
      {percent(value)}
    </span>
  )
}

function Figure({
  label,
  value,
  note,
}: {
  readonly label: string
  readonly value: string
  readonly note?: string
}) {
  return (
    <div className={styles['figure']}>
      <dt>{label}</dt>
      <dd>{value}</dd>
      {note && <dd className={styles['note']}>{note}</dd>}
    </div>
  )
}

const of = (hits: number, lookups: number) =>
  lookups === 0 ? '–' : `${percent(hits / lookups)} of ${count(lookups)}`

function Overview({ report }: { readonly report: ReplayReport }) {
  const { total, trust, objects, cost } = report
  return (
    <>
      <dl className={styles['figures']}>
        <Figure label="Requests" value={count(total.requests)} note={`${bytes(total.bytes)} to viewers`} />
        <Figure
          label="Hit ratio"
          value={percent(total.hitRatio)}
          note={`logged ${percent(trust.loggedHitRatio)}; ${percent(trust.agreement)} of results agree`}
        />
        <Figure
          label="To origins"
          value={count(total.originRequests)}
          note={`${bytes(total.originBytes)} came back`}
        />
        <Figure label="Edge caches" value={of(total.edgeHits, total.lookups)} />
        <Figure label="Regional caches" value={of(total.regionalHits, total.regionalLookups)} />
        <Figure label="Origin Shield" value={of(total.shieldHits, total.shieldLookups)} />
        <Figure
          label="Cache keys"
          value={count(objects.requested)}
          note={`${count(objects.neverHit)} never served from a cache`}
        />
        <Figure label="A month" value={money(cost.total)} note="at list prices" />
      </dl>
      <TimeChart groups={report.byTime} />
      <Table
        caption="Behaviors"
        head={groupHead}
        rows={report.byBehavior.map((group) => groupRow(group.name, group))}
      />
      <Table
        caption="Origins"
        head={['', 'Requests', 'Bytes']}
        rows={report.byOrigin.map((origin) => [origin.name, count(origin.requests), bytes(origin.bytes)])}
      />
    </>
  )
}

function Where({ report }: { readonly report: ReplayReport }) {
  return (
    <>
      <Table
        caption="Status"
        head={groupHead}
        rows={report.byStatus.map((group) => groupRow(group.name, group))}
      />
      <Table
        caption="Points of presence"
        head={groupHead}
        rows={report.byPop.map((group) => groupRow(group.name, group))}
      />
      <Table
        caption="Who answered"
        head={['', 'Requests', 'Share']}
        rows={report.latency.map(({ servedFrom, requests, share }) => [
          servedFrom === 'none' ? 'CloudFront itself' : servedFrom,
          count(requests),
          percent(share),
        ])}
      />
      <Table
        caption="Time to the first byte, as logged"
        head={['', 'Requests', 'Mean']}
        rows={report.loggedLatency.map(({ resultType, requests, meanSeconds }) => [
          resultType,
          count(requests),
          meanSeconds === null ? '–' : `${(meanSeconds * 1000).toFixed(0)} ms`,
        ])}
      />
    </>
  )
}

function Objects({ report }: { readonly report: ReplayReport }) {
  return (
    <>
      <Table
        caption="Most misses"
        head={['', 'To origins', 'Requests', 'Because']}
        rows={report.topMisses.map(({ method, path, originRequests, requests, reasons }) => [
          `${method} ${path}`,
          count(originRequests),
          count(requests),
          reasons.map((one) => `${one.reason} (${count(one.requests)})`).join(', '),
        ])}
      />
      <Table
        caption="What multiplies cache keys"
        head={['', 'Behavior', 'Values', 'Keys without it', 'Multiplies by']}
        rows={report.fanOut.flatMap(({ behavior, parts }) =>
          parts.map(({ kind, name, values, keysWithout, factor }) => [
            `${kind} “${name}”`,
            behavior,
            count(values),
            count(keysWithout),
            `${factor.toFixed(2)}×`,
          ]),
        )}
      />
      <Table
        caption="Objects never served from a cache"
        head={['', 'Behavior', 'Requests', 'Bytes']}
        rows={report.objects.examples.map(({ key, behavior, requests, bytes: size }) => [
          key,
          behavior,
          count(requests),
          bytes(size),
        ])}
      />
      <Table
        caption="Most requested"
        head={['', 'Requests', 'Bytes', 'From caches']}
        rows={report.topPaths.map(({ method, path, requests, bytes: size, hits }) => [
          `${method} ${path}`,
          count(requests),
          bytes(size),
          percent(hits / requests),
        ])}
      />
    </>
  )
}

function Cost({ report: { cost } }: { readonly report: ReplayReport }) {
  return (
    <>
      <Table
        caption={`A month at list prices: ${money(cost.total)}`}
        head={['', 'A month', 'Region', 'How']}
        rows={cost.items.map(({ what, cost: amount, region, arithmetic }) => [
          what,
          money(amount),
          region ?? 'everywhere',
          arithmetic,
        ])}
      />
      <p>
        {money(cost.totalAfterFreeTier)} if the account's free tier were all for this distribution.{' '}
        <a href={cost.pricesSource} target="_blank" rel="noreferrer">
          List prices
        </a>
        : transfer to viewers, free tier and functions compared on {cost.pricesChecked}; requests, Origin
        Shield, Lambda@Edge and transfer to origins are those of 2025.
      </p>
      {cost.notes.map((note) => (
        <p key={note} className={styles['note']}>
          {note}
        </p>
      ))}
    </>
  )
}

function Compared({ result }: { readonly result: ReplayResult }) {
  const { comparison, suggestions } = result
  return (
    <>
      {comparison && (
        <>
          <Table
            caption="The edited design beside the one that was opened"
            head={['', 'As opened', 'Edited', 'Change']}
            rows={comparison.totals.map(({ what, before, after, change: by }) => [
              what,
              shown(what, before),
              shown(what, after),
              change(what, by),
            ])}
          />
          <Table
            caption="Behaviors that gain and lose"
            head={['', 'Verdict', 'Hit ratio as opened', 'Edited', 'To origins as opened', 'Edited now']}
            rows={comparison.byBehavior.map((row) => [
              row.behavior,
              <span key="verdict" data-verdict={row.verdict} className={styles['verdict']}>
                {row.verdict}
              </span>,
              percent(row.hitRatioBefore),
              percent(row.hitRatioAfter),
              count(row.originRequestsBefore),
              count(row.originRequestsAfter),
            ])}
          />
        </>
      )}
      {suggestions?.length === 0 && (
        <p className={styles['note']}>
          None of the changes that were tried saves one in a hundred of the requests to origins.
        </p>
      )}
      {suggestions && suggestions.length > 0 && (
        <ul className={styles['suggestions']} aria-label="Suggestions">
          {suggestions.map(({ change: what, why, caution, originRequestsSaved, share }) => (
            <li key={what}>
              <b>{what}</b> Saves {count(originRequestsSaved)} requests to origins ({percent(share)}). {why}{' '}
              <span className={styles['note']}>{caution}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Basis({ report }: { readonly report: ReplayReport }) {
  return (
    <>
      <ul className={styles['suggestions']} aria-label="Taken for granted">
        {report.assumptions.map(({ about, assumed, requests }) => (
          <li key={assumed}>
            <b>{about}:</b> {assumed}
            {requests !== undefined && ` (${count(requests)} requests)`}
          </li>
        ))}
      </ul>
      <Table
        caption="Files"
        head={['', 'Kind', 'Lines', 'Requests', 'Not read', 'Why']}
        rows={report.log.files.map(({ file, format, lines, requests, unreadable, damage, examples }) => [
          file,
          format,
          count(lines),
          count(requests),
          count(unreadable),
          [damage, ...examples.map(({ line, reason }) => `line ${line}: ${reason}`)]
            .filter(Boolean)
            .join(' '),
        ])}
      />
    </>
  )
}

/** A finished replay in parts. */
export function Results({ result }: { readonly result: ReplayResult }) {
  const { report } = result
  const parts = [
    { id: 'overview', label: 'Overview', show: () => <Overview report={report} /> },
    { id: 'where', label: 'Where and how', show: () => <Where report={report} /> },
    { id: 'objects', label: 'Objects and keys', show: () => <Objects report={report} /> },
    { id: 'cost', label: 'Cost', show: () => <Cost report={report} /> },
    ...(result.comparison || result.suggestions
      ? [{ id: 'compare', label: 'What changes', show: () => <Compared result={result} /> }]
      : []),
    { id: 'basis', label: 'What it rests on', show: () => <Basis report={report} /> },
  ]
  const [chosen, setChosen] = useState(result.comparison ? 'compare' : 'overview')
  const part = parts.find(({ id }) => id === chosen) ?? parts[0]
  return (
    <>
      <div className={styles['parts']} role="tablist" aria-label="Parts of the report">
        {parts.map(({ id, label }) => (
          <button
            type="button"
            role="tab"
            key={id}
            aria-selected={id === part?.id}
            className={styles['part']}
            onClick={() => setChosen(id)}
          >
            {label}
          </button>
        ))}
      </div>
      <div role="tabpanel" aria-label={part?.label} className={styles['body']}>
        {part?.show()}
      </div>
    </>
  )
}
