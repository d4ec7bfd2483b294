import { useState } from 'react'
import { traceThrough } from '#commands/trace-through.ts'
import { patternInWords } from '#core/model/distribution.ts'
import { bytes, count, money, percent } from '#core/replay/report/figures.ts'
import type { ReplayReport } from '#core/replay/report/report.ts'
import {
  behaviorTable,
  costTable,
  fanOutTable,
  fileTable,
  latencyTable,
  loggedLatencyTable,
  missTable,
  neverHitTable,
  originTable,
  pathTable,
  placeTable,
  priceClassTable,
  ruleTable,
  statusTable,
  targetTable,
  timeTable,
  totalsTable,
  trustTable,
  verdictTable,
} from '#core/replay/report/tables.ts'
import { useDocument } from '#state/design.ts'
import type { KeptReplay } from '#state/replay.ts'
import { Button } from '#ui/Button.tsx'
import { mostFailing } from './failing.ts'
import { Parts } from './Parts.tsx'
import styles from './replay.module.css'
import { Suggestions } from './Suggestions.tsx'
import { Table } from './Table.tsx'
import { TimeChart } from './TimeChart.tsx'

function Figure({
  label,
  value,
  note,
  isBad = false,
}: {
  readonly label: string
  readonly value: string
  readonly note?: string
  readonly isBad?: boolean
}) {
  return (
    <div className={styles['figure']} data-bad={isBad}>
      <dt>{label}</dt>
      <dd>{value}</dd>
      {note && <dd className={styles['note']}>{note}</dd>}
    </div>
  )
}

const of = (hits: number, lookups: number) =>
  lookups === 0 ? '–' : `${percent(hits / lookups)} of ${count(lookups)}`

function Figures({ report: { total, trust, objects, cost } }: { readonly report: ReplayReport }) {
  return (
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
      {total.errors > 0 && (
        <Figure
          label="Errors"
          value={count(total.errors)}
          note={`${percent(total.errors / total.requests)} of the requests`}
          isBad
        />
      )}
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
  )
}

/** Why requests fail is what a trace tells: one leads through the behavior where most of them do. */
function WhyErrors({ report }: { readonly report: ReplayReport }) {
  const failing = mostFailing(report, useDocument())
  if (!failing) return null
  const { pattern, errors, requests, path } = failing
  return (
    <p className={styles['why']}>
      {count(errors)} of {count(requests)} requests of “{patternInWords(pattern)}” end in an error here.
      {path && <Button onPress={() => void traceThrough(path)}>Trace one to see why</Button>}
    </p>
  )
}

/** The chart's figures as a table, drawn when somebody asks for it: it may have hundreds of rows. */
function TimeRows({ report }: { readonly report: ReplayReport }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The same by time as a table</summary>
      {isOpen && <Table table={timeTable(report)} />}
    </details>
  )
}

interface OverviewProps {
  readonly report: ReplayReport
  readonly onSearch: (() => void) | undefined
}

function Overview({ report, onSearch }: OverviewProps) {
  return (
    <>
      <Figures report={report} />
      {onSearch && (
        <p className={styles['why']}>
          What would raise the hit ratio?
          <Button onPress={onSearch}>Search for changes that pay</Button>
        </p>
      )}
      <WhyErrors report={report} />
      <TimeChart groups={report.byTime} />
      <TimeRows report={report} />
      <Table table={behaviorTable(report)} />
      <Table table={targetTable(report)} />
      <Table table={originTable(report)} />
    </>
  )
}

function Cost({ report }: { readonly report: ReplayReport }) {
  const { cost } = report
  return (
    <>
      <Table table={costTable(report)} />
      <p>{money(cost.totalAfterFreeTier)} if the account's free tier were all for this distribution.</p>
      <Table table={priceClassTable(report)} />
      {[...cost.assumptions, ...cost.notIn.map((left) => `Not in it: ${left}`)].map((note) => (
        <p key={note} className={styles['note']}>
          {note}
        </p>
      ))}
    </>
  )
}

function Compared({ kept }: { readonly kept: KeptReplay }) {
  const { comparison, suggestions } = kept.result
  return (
    <>
      {comparison && (
        <>
          <Table
            table={totalsTable(
              comparison,
              kept.beforeName?.replace(/^The /, 'the ') ?? 'the design before',
              'The design as it is',
            )}
          />
          <Table table={verdictTable(comparison)} />
        </>
      )}
      {suggestions && <Suggestions suggestions={suggestions} owner={kept.distribution} />}
    </>
  )
}

function Basis({ report }: { readonly report: ReplayReport }) {
  return (
    <>
      <ul className={styles['suggestions']} aria-label="Assumptions">
        {report.assumptions.map(({ about, assumed, requests }) => (
          <li key={assumed}>
            <b>{about}:</b> {assumed}
            {requests !== undefined && ` (${count(requests)} requests)`}
          </li>
        ))}
      </ul>
      <Table table={trustTable(report)} />
      <Table table={fileTable(report)} />
    </>
  )
}

/** A finished replay in parts. */
export function Results({
  kept,
  onSearch,
}: {
  readonly kept: KeptReplay
  readonly onSearch: (() => void) | undefined
}) {
  const { report, comparison, suggestions } = kept.result
  const tables = (...makers: readonly ((report: ReplayReport) => Parameters<typeof Table>[0]['table'])[]) => (
    <>
      {makers.map((make) => {
        const table = make(report)
        return <Table key={table.id} table={table} />
      })}
    </>
  )
  return (
    <Parts
      label="Parts of the report"
      first={comparison || suggestions ? 'compare' : 'overview'}
      parts={[
        {
          id: 'overview',
          label: 'Overview',
          show: () => <Overview report={report} onSearch={suggestions ? undefined : onSearch} />,
        },
        {
          id: 'where',
          label: 'Where and how',
          show: () => tables(statusTable, ruleTable, placeTable, latencyTable, loggedLatencyTable),
        },
        {
          id: 'objects',
          label: 'Objects and keys',
          show: () => tables(missTable, fanOutTable, neverHitTable, pathTable),
        },
        { id: 'cost', label: 'Cost', show: () => <Cost report={report} /> },
        ...(comparison || suggestions
          ? [
              {
                id: 'compare',
                label: comparison ? 'What changes' : 'What helps',
                show: () => <Compared kept={kept} />,
              },
            ]
          : []),
        { id: 'basis', label: 'What it rests on', show: () => <Basis report={report} /> },
      ]}
    />
  )
}
