/**
 * SQL that computes a report's aggregates where the logs are, for logs too large to move: table definitions for Amazon
 * Athena, views that serve every request as the design would, and the queries.
 * https://docs.aws.amazon.com/athena/latest/ug/cloudfront-logs.html
 */

import { tableOf } from '#core/ground/names.ts'
import type { LifetimeRule } from '#core/replay/serve/lifetimes.ts'
import type { CompiledBehavior, CompiledDistribution } from '#core/trace/compile/compiled.ts'
import type { Selection } from '#core/trace/compile/selection.ts'
import { pointsOfPresence } from '#core/trace/engine/pops.ts'
import { standardLogFields } from '#core/trace/message/log-record.ts'
import { lifetimeSql, rulesFirst, whatSqlLeavesOut } from './athena-ttl.ts'
import { likePattern, sqlText } from './sql-text.ts'

/** Athena's SQL is Trino's; DuckDB checks it, and spells the functions on lists its own way. */
export type SqlDialect = 'athena' | 'duckdb'

export interface AthenaOptions {
  /** `s3://bucket/prefix/`. */
  readonly location?: string
  readonly lifetimes?: readonly LifetimeRule[]
  readonly dialect?: SqlDialect
}

/** Column names as Athena's guide has them. */
export const sqlColumns: readonly string[] = standardLogFields.map((field) =>
  field
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '_')
    .replace(/_$/, ''),
)
const numeric: Readonly<Record<string, string>> = tableOf({
  date: 'date',
  sc_bytes: 'bigint',
  sc_status: 'int',
  cs_bytes: 'bigint',
  time_taken: 'float',
})

interface Functions {
  readonly seconds: (text: string) => string
  /** Parts of a separated list whose names are (or are not) in a set, joined again. */
  readonly filtered: (column: string, separator: string, names: string, keeps: boolean) => string
  /** Times at which the origin is asked: the first request, and each that comes after the last answer has expired. */
  readonly fetches: string
  readonly generation: string
}

const nameOfPart = `split_part(part, '=', 1)`

const functionsOf: Readonly<Record<SqlDialect, Functions>> = {
  athena: {
    seconds: (text) => `to_unixtime(CAST(${text} AS timestamp))`,
    filtered: (column, separator, names, keeps) =>
      `array_join(filter(split(${column}, ${sqlText(separator)}), part -> ${nameOfPart} ${keeps ? '' : 'NOT '}IN (${names})), ${sqlText(separator)})`,
    fetches: `reduce(
      array_agg(CAST(ROW(seconds, ttl) AS ROW(seconds double, ttl double)) ORDER BY seconds, request_id),
      CAST(ROW(-1, ARRAY[]) AS ROW(until double, fetches array(double))),
      (state, request) -> IF(request.seconds >= state.until,
        CAST(ROW(request.seconds + request.ttl, state.fetches || request.seconds) AS ROW(until double, fetches array(double))),
        state),
      state -> state.fetches)`,
    generation: 'cardinality(filter(f.fetches, fetched -> fetched <= r.seconds))',
  },
  duckdb: {
    seconds: (text) => `epoch(CAST(${text} AS timestamp))`,
    filtered: (column, separator, names, keeps) =>
      `array_to_string(list_filter(string_split(${column}, ${sqlText(separator)}), lambda part: ${nameOfPart} ${keeps ? '' : 'NOT '}IN (${names})), ${sqlText(separator)})`,
    fetches: `list_reduce(
      array_agg({'seconds': CAST(seconds AS double), 'ttl': CAST(ttl AS double), 'until': CAST(-1 AS double), 'fetches': CAST([] AS double[])} ORDER BY seconds, request_id),
      lambda state, request: CASE WHEN request.seconds >= state.until
        THEN {'seconds': request.seconds, 'ttl': request.ttl, 'until': request.seconds + request.ttl, 'fetches': list_append(state.fetches, request.seconds)}
        ELSE state END,
      {'seconds': CAST(-1 AS double), 'ttl': CAST(0 AS double), 'until': CAST(-1 AS double), 'fetches': CAST([] AS double[])}).fetches`,
    generation: 'len(list_filter(f.fetches, lambda fetched: fetched <= r.seconds))',
  },
}

const indented = (text: string, by: string) => text.replaceAll('\n', `\n${by}`)

/** The text that a selection keeps of a query string or a Cookie header. */
function keptSql({ mode, names }: Selection, column: string, separator: string, sql: Functions): string {
  if (mode === 'none') return "''"
  if (mode === 'all') return `COALESCE(NULLIF(${column}, '-'), '')`
  const list = names.map(sqlText).join(', ')
  const kept = list === '' ? "''" : sql.filtered(column, separator, list, mode === 'listed')
  return `COALESCE(NULLIF(${kept}, '-'), '')`
}

/** One value for each behavior, by the number that the view has given it. */
const byBehavior = (behaviors: readonly CompiledBehavior[], value: (behavior: CompiledBehavior) => string) =>
  `CASE behavior_number\n${behaviors.map((behavior, index) => `  WHEN ${index} THEN ${value(behavior)}`).join('\n')}\nEND`

function keySql(behavior: CompiledBehavior, sql: Functions): string {
  const parts = ['path']
  const { query, cookies, headerNames } = behavior.key
  if (query.mode !== 'none') parts.push("'?'", keptSql(query, 'cs_uri_query', '&', sql))
  if (cookies.mode !== 'none') parts.push("' cookies '", keptSql(cookies, 'cs_cookie', '; ', sql))
  if (headerNames.includes('user-agent')) parts.push("' agent '", 'cs_user_agent')
  if (headerNames.includes('referer')) parts.push("' referer '", 'cs_referer')
  if (headerNames.includes('host')) parts.push("' host '", 'x_host_header')
  return parts.length === 1 ? 'path' : `CONCAT(${parts.join(', ')})`
}

/** Regions by the first letters of a location's code. */
function regionSql(): string {
  const cities = new Map(pointsOfPresence.map(({ code, region }) => [code.slice(0, 3), region]))
  const byRegion = new Map<string, string[]>()
  for (const [city, region] of cities) byRegion.set(region, [...(byRegion.get(region) ?? []), city])
  const cases = [...byRegion].map(
    ([region, list]) =>
      `  WHEN substr(x_edge_location, 1, 3) IN (${list.map(sqlText).join(', ')}) THEN ${sqlText(region)}`,
  )
  return `CASE\n${cases.join('\n')}\n  ELSE 'us-east-1'\nEND`
}

/** What CloudFront answers without asking a cache; NULL for what goes on. */
function edgeAnswerSql(behaviors: readonly CompiledBehavior[]): string {
  const cases = behaviors.flatMap((behavior, index) => {
    const methods = [...behavior.allowedMethods].map(sqlText).join(', ')
    return [
      ...(behavior.protocolPolicy === 'redirect-to-https'
        ? [`  WHEN behavior_number = ${index} AND cs_protocol IN ('http', 'ws') THEN 301`]
        : behavior.protocolPolicy === 'https-only'
          ? [`  WHEN behavior_number = ${index} AND cs_protocol IN ('http', 'ws') THEN 403`]
          : []),
      `  WHEN behavior_number = ${index} AND cs_method NOT IN (${methods}) THEN 403`,
    ]
  })
  return `CASE\n${cases.join('\n')}\nEND`
}

function scopeSql(behaviors: readonly CompiledBehavior[]): string {
  return byBehavior(behaviors, ({ target }) => {
    const [origin] = target.origins
    if (origin?.shield) return "'shield'"
    return origin?.region
      ? `CASE WHEN region = ${sqlText(origin.region)} THEN x_edge_location ELSE region END`
      : 'region'
  })
}

function tableSql(location: string): string {
  const columns = sqlColumns.map((name) => `  \`${name}\` ${numeric[name] ?? 'string'}`).join(',\n')
  return `CREATE EXTERNAL TABLE IF NOT EXISTS cloudfront_logs (
${columns}
)
ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\t'
LOCATION ${sqlText(location)}
TBLPROPERTIES ('skip.header.line.count' = '2')`
}

function requestsView(
  { behaviors }: CompiledDistribution,
  sql: Functions,
  rules: readonly LifetimeRule[],
): string {
  const patterns = behaviors
    .slice(0, -1)
    .map(({ pattern }, index) => `  WHEN path ${likePattern(pattern)} THEN ${index}`)
  const number =
    patterns.length === 0 ? '0' : `CASE\n${patterns.join('\n')}\n  ELSE ${behaviors.length - 1}\nEND`
  const cached = byBehavior(behaviors, ({ ttl, key, cachesOptions }) =>
    ttl.disabled || key.headers.mode === 'all'
      ? 'false'
      : `cs_method IN ('GET', 'HEAD'${cachesOptions ? ", 'OPTIONS'" : ''})`,
  )
  return `CREATE OR REPLACE VIEW frontage_requests AS
WITH lines AS (
  SELECT *, cs_uri_stem AS path, x_edge_request_id AS request_id,
    ${sql.seconds(`CONCAT(CAST("date" AS varchar), ' ', "time")`)} AS seconds,
    ${indented(regionSql(), '    ')} AS region
  FROM cloudfront_logs
  WHERE cs_method IS NOT NULL
), numbered AS (
  SELECT *, ${indented(number, '  ')} AS behavior_number FROM lines
), judged AS (
  SELECT *, ${indented(edgeAnswerSql(behaviors), '  ')} AS edge_answer FROM numbered
)
SELECT request_id, seconds, path, x_edge_location AS place, region, cs_method AS method, sc_bytes AS bytes, x_edge_result_type AS logged, edge_answer,
  CASE WHEN sc_status IN (0, 206, 304) THEN 200 ELSE sc_status END AS origin_status, sc_status AS logged_status,
  ${indented(
    byBehavior(behaviors, ({ pattern }) => sqlText(pattern)),
    '  ',
  )} AS behavior,
  ${indented(
    byBehavior(behaviors, ({ target }) => sqlText(target.id)),
    '  ',
  )} AS origin,
  ${indented(
    byBehavior(behaviors, ({ target }) =>
      target.origins[0]?.shield ? sqlText(target.origins[0].shield) : 'CAST(NULL AS varchar)',
    ),
    '  ',
  )} AS shield_region,
  edge_answer IS NULL AND ${indented(cached, '  ')} AS is_cached,
  ${indented(scopeSql(behaviors), '  ')} AS scope,
  ${indented(
    byBehavior(behaviors, (behavior) => keySql(behavior, sql)),
    '  ',
  )} AS cache_key,
  CAST(${indented(lifetimeSql(behaviors, rules), '  ')} AS double) AS ttl
FROM judged`
}

function servedView(sql: Functions): string {
  return `CREATE OR REPLACE VIEW frontage_served AS
WITH fetched AS (
  SELECT behavior, scope, cache_key, ${indented(sql.fetches, '    ')} AS fetches
  FROM frontage_requests WHERE is_cached GROUP BY behavior, scope, cache_key
), aged AS (
  SELECT r.*, ${sql.generation} AS generation
  FROM frontage_requests r
  JOIN fetched f ON r.behavior = f.behavior AND r.scope = f.scope AND r.cache_key = f.cache_key
  WHERE r.is_cached
), ordered AS (
  SELECT *,
    row_number() OVER (PARTITION BY behavior, scope, cache_key, generation ORDER BY seconds, request_id) AS in_scope,
    row_number() OVER (PARTITION BY behavior, scope, cache_key, generation, region ORDER BY seconds, request_id) AS in_region,
    row_number() OVER (PARTITION BY behavior, scope, cache_key, generation, place ORDER BY seconds, request_id) AS in_place
  FROM aged
), firsts AS (
  SELECT behavior, scope, cache_key, generation, origin_status AS first_status,
    lag(origin_status) OVER (PARTITION BY behavior, scope, cache_key ORDER BY generation) AS status_before
  FROM ordered WHERE in_scope = 1
), cached AS (
  SELECT o.request_id, o.seconds, o.path, o.place, o.behavior, o.origin, o.bytes, o.logged, f.first_status AS status,
    CASE
      WHEN o.in_scope = 1 THEN 'origin'
      WHEN o.in_place > 1 THEN 'edge'
      WHEN o.in_region > 1 OR o.shield_region IS NULL OR o.region = o.shield_region THEN 'regional-edge-cache'
      ELSE 'origin-shield'
    END AS tier,
    CASE
      WHEN f.first_status >= 400 THEN 'Error'
      WHEN o.in_scope > 1 THEN 'Hit'
      WHEN f.status_before < 400 THEN 'RefreshHit'
      ELSE 'Miss'
    END AS result, true AS looked_up
  FROM ordered o
  JOIN firsts f ON o.behavior = f.behavior AND o.scope = f.scope AND o.cache_key = f.cache_key AND o.generation = f.generation
)
SELECT * FROM cached
UNION ALL
SELECT request_id, seconds, path, place, behavior, origin, bytes, logged, COALESCE(edge_answer, origin_status) AS status,
  CASE WHEN edge_answer IS NULL THEN 'origin' ELSE 'none' END AS tier,
  CASE
    WHEN edge_answer BETWEEN 300 AND 399 THEN 'Redirect'
    WHEN COALESCE(edge_answer, origin_status) >= 400 THEN 'Error'
    ELSE 'Miss'
  END AS result, false AS looked_up
FROM frontage_requests WHERE NOT is_cached`
}

const sums = `count(*) AS requests, sum(bytes) AS bytes,
  count_if(result = 'Hit') AS hits, count_if(result = 'RefreshHit') AS refresh_hits,
  count_if(result = 'Miss') AS misses, count_if(result = 'Error') AS errors,
  count_if(looked_up) AS lookups, count_if(tier = 'edge') AS edge_hits,
  count_if(tier = 'regional-edge-cache') AS regional_hits, count_if(tier = 'origin-shield') AS shield_hits,
  count_if(tier = 'origin') AS origin_requests`

/** Each aggregate's query, by what it groups. */
export const aggregateQueries: Readonly<Record<string, string>> = tableOf({
  total: `SELECT ${sums},
  CAST(count_if(result = 'Hit') AS double) / NULLIF(count_if(result IN ('Hit', 'RefreshHit', 'Miss')), 0) AS hit_ratio,
  CAST(count_if(logged = 'Hit') AS double) / NULLIF(count_if(logged IN ('Hit', 'RefreshHit', 'Miss')), 0) AS logged_hit_ratio
FROM frontage_served`,
  'by behavior': `SELECT behavior AS name, ${sums}\nFROM frontage_served GROUP BY behavior ORDER BY requests DESC`,
  'by status': `SELECT CAST(status AS varchar) AS name, ${sums}\nFROM frontage_served GROUP BY status ORDER BY requests DESC`,
  'by point of presence': `SELECT place AS name, ${sums}\nFROM frontage_served GROUP BY place ORDER BY requests DESC`,
  'by hour': `SELECT floor(seconds / 3600) * 3600 AS name, ${sums}\nFROM frontage_served GROUP BY floor(seconds / 3600) ORDER BY 1`,
  'by origin': `SELECT origin AS name, count(*) AS requests\nFROM frontage_served WHERE tier = 'origin' GROUP BY origin ORDER BY requests DESC`,
  'most requested': `SELECT path AS name, count(*) AS requests, sum(bytes) AS bytes, count_if(result = 'Hit') AS hits\nFROM frontage_served GROUP BY path ORDER BY requests DESC, name LIMIT 20`,
  'most misses': `SELECT path AS name, count(*) AS origin_requests\nFROM frontage_served WHERE tier = 'origin' GROUP BY path ORDER BY origin_requests DESC, name LIMIT 20`,
})

/** The statements without the table's definition: the two views, in the order in which they have to be made. */
export function viewStatements(distribution: CompiledDistribution, options: AthenaOptions = {}): string[] {
  const sql = functionsOf[options.dialect ?? 'athena']
  return [requestsView(distribution, sql, rulesFirst(options.lifetimes)), servedView(sql)]
}

/** Everything for Athena's query editor, statement by statement. */
export function athenaSql(distribution: CompiledDistribution, options: AthenaOptions = {}): string {
  const comment = (text: string) =>
    text
      .split('\n')
      .map((line) => `-- ${line}`)
      .join('\n')
  return [
    comment(
      `What “${distribution.id}” would have done with the requests of its standard logs, computed by Amazon Athena where they are.\nRun the statements in order. Caches are taken to hold everything until it expires.`,
    ),
    ...whatSqlLeavesOut(distribution).map(comment),
    `${tableSql(options.location ?? 's3://amzn-s3-demo-bucket/prefix/')};`,
    ...viewStatements(distribution, options).map((statement) => `${statement};`),
    ...Object.entries(aggregateQueries).map(([name, query]) => `${comment(name)}\n${query};`),
  ].join('\n\n')
}
