/** The SQL for logs that are too large to move, run by DuckDB on a log whose replay is known. */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Count } from '#core/replay/report/counts.ts'
import { runReplay } from '#core/replay/serve/run.ts'
import { compile } from '#core/trace/compile/compile.ts'
import { plainCost } from '#fixtures/money.ts'
import { pythonProgram } from '#fixtures/python.ts'
import { syntheticDesign, syntheticLog } from '#fixtures/synthetic-log.ts'
import { aggregateQueries, athenaSql, sqlColumns, viewStatements } from './athena.ts'

/** Reads the log as Athena's table definition says, makes the views and runs each query. */
const script = `
import duckdb, json, sys
log, statements, queries, columns, types = json.load(open(sys.argv[1]))
db = duckdb.connect()
db.execute("SET TimeZone='UTC'")
names = {name: types.get(name, 'varchar') for name in columns}
db.execute("CREATE TABLE cloudfront_logs AS SELECT * FROM read_csv(?, delim='\\t', header=false, skip=2, quote='', escape='', columns=" + json.dumps(names).replace('"', "'") + ")", [log])
for statement in statements:
    db.execute(statement)
answers = {}
for name, query in queries.items():
    result = db.execute(query)
    fields = [field[0] for field in result.description]
    answers[name] = [dict(zip(fields, row)) for row in result.fetchall()]
print(json.dumps(answers, default=float))
`

type Row = Readonly<Record<string, string | number | null>>

function askDuckDb(log: string): Record<string, Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'frontage-athena-'))
  try {
    const [logFile, askFile, scriptFile] = ['log.tsv', 'ask.json', 'ask.py'].map((name) => join(folder, name))
    if (!logFile || !askFile || !scriptFile) throw new Error('Three names give three paths.')
    writeFileSync(logFile, log)
    writeFileSync(scriptFile, script)
    const types = {
      date: 'date',
      sc_bytes: 'bigint',
      sc_status: 'integer',
      cs_bytes: 'bigint',
      time_taken: 'double',
    }
    const statements = viewStatements(distribution, { dialect: 'duckdb' })
    writeFileSync(askFile, JSON.stringify([logFile, statements, aggregateQueries, sqlColumns, types]))
    return JSON.parse(
      execFileSync(pythonProgram('python'), [scriptFile, askFile], { encoding: 'utf8', maxBuffer: 1 << 26 }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const distribution = compile(syntheticDesign, 'Site')

const ours = (count: Count) => ({
  requests: count.requests,
  bytes: count.bytes,
  hits: count.hits,
  refresh_hits: count.refreshHits,
  misses: count.misses,
  errors: count.errors,
  lookups: count.lookups,
  edge_hits: count.edgeHits,
  regional_hits: count.regionalHits,
  shield_hits: count.shieldHits,
  origin_requests: count.originRequests,
})
const theirs = ({ name: _, hit_ratio: __, logged_hit_ratio: ___, ...counts }: Row) => counts
const byName = (rows: readonly Row[] | undefined) =>
  Object.fromEntries((rows ?? []).map((row) => [String(row['name']), theirs(row)]))

test('the SQL for Athena computes in DuckDB what the replay computes', async () => {
  // More than a second between requests, so that their order is the same for both.
  const log = syntheticLog({ seed: 11, requests: 9000, objects: 800, hours: 3 })
  const portions: Uint8Array[] = []
  for (let next = log.next(); !next.done; next = log.next()) portions.push(next.value)
  const text = portions.map((portion) => new TextDecoder().decode(portion)).join('')
  const report = await runReplay({
    distribution,
    sources: [
      {
        name: 'log',
        size: null,
        isRepeatable: false,
        async *open() {
          yield* portions
        },
      },
    ],
    cost: plainCost,
  })
  const answers = askDuckDb(text)
  const groups = (list: readonly (Count & { readonly name: string })[]) =>
    Object.fromEntries(list.map((group) => [group.name, ours(group)]))
  expect(answers['total']?.map(theirs)).toEqual([ours(report.total)])
  expect(byName(answers['by behavior'])).toEqual(groups(report.byBehavior))
  expect(byName(answers['by status'])).toEqual(groups(report.byStatus))
  expect(byName(answers['by point of presence'])).toEqual(groups(report.byPop))
  expect(answers['total']?.[0]?.['hit_ratio']).toBeCloseTo(report.total.hitRatio ?? -1, 10)
  expect(answers['by origin']).toEqual(report.byOrigin.map(({ name, requests }) => ({ name, requests })))
  expect(answers['most requested']?.[0]?.['requests']).toBe(report.topPaths[0]?.requests)
}, 60_000)

test('the script for Athena defines the table and says what SQL leaves out', () => {
  const sql = athenaSql(distribution, { location: 's3://amzn-s3-demo-bucket/logs/' })
  expect(sql).toContain("LOCATION 's3://amzn-s3-demo-bucket/logs/'")
  expect(sql.match(/^CREATE /gm)).toHaveLength(3)
  expect(sql).not.toContain('lambda')
})
