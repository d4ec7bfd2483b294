import type { FunctionRunner } from '#core/edge/runner.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { moneyFacts } from '#core/money/facts.ts'
import { leaksInLog } from '#core/replay/advise/leaks-in-log.ts'
import { suggestChanges } from '#core/replay/advise/suggest.ts'
import { athenaSql } from '#core/replay/athena/athena.ts'
import type { LogSource } from '#core/replay/read/log-source.ts'
import { fieldNamesIn, fieldOrdersFor } from '#core/replay/read/told-fields.ts'
import { compareReports } from '#core/replay/report/compare.ts'
import { reportCsv } from '#core/replay/report/csv.ts'
import type { ReplayReport } from '#core/replay/report/report.ts'
import { parseInvalidations } from '#core/replay/serve/invalidations.ts'
import { type LifetimeRule, parseLifetimeRule } from '#core/replay/serve/lifetimes.ts'
import { WorkerError } from '#core/replay/serve/remote-shard.ts'
import { type RunOptions, replayLogs, toReport } from '#core/replay/serve/run.ts'
import type { Progress } from '#core/replay/serve/shard-run.ts'
import { compile } from '#core/trace/compile/compile.ts'
import type { Leak } from '#core/trace/leaks.ts'
import { type BucketOptions, bucketOptionsOf, isBucket, ownLogs } from './bucket-logs.ts'
import { leakText } from './leaks.ts'
import { logSources } from './log-files.ts'
import { comparisonText, reportText, suggestionsText } from './replay-text.ts'
import { replayThreads } from './replay-threads.ts'
import { createSandbox } from './sandbox.ts'
import { failureLines, oneDistribution, openSource } from './source.ts'
import { whyNotOnSpark, writeSparkJob } from './spark.ts'
import { exitStatus, print, tell } from './status.ts'
import { writeBeside } from './write-beside.ts'

export interface ReplayCommandOptions extends Partial<BucketOptions> {
  readonly log: readonly string[]
  readonly format: 'text' | 'json'
  /** Another source, to be replayed on the same log. */
  readonly compare?: string
  /** Names of fields, by spaces or commas, for a log without a header. */
  readonly fields?: string
  /** `PATTERN=CACHE-CONTROL` each. */
  readonly cacheControl: readonly string[]
  /** `TIME=PATH[,PATH…]` each. */
  readonly invalidate: readonly string[]
  readonly learn: boolean
  readonly suggest: boolean
  /** Also look for answers that reach the wrong viewer. */
  readonly leaks?: boolean
  /** Threads that share the work; as many as there are cores where it is left open and the log is large. */
  readonly workers?: number
  readonly athena: boolean
  /** Where the logs are for Athena. */
  readonly location?: string
  readonly csv?: string
  /** A folder that Spark's job is written into. */
  readonly spark?: string
  readonly shards?: number
  readonly distribution?: string
  readonly parameters: Readonly<Record<string, string>>
}

interface Opened {
  readonly file: string
  readonly document: DesignDocument
  readonly id: LogicalId
}

async function open(file: string, options: ReplayCommandOptions): Promise<Result<Opened, string[]>> {
  const opened = await openSource(file, options.parameters)
  if (!opened.ok) return failed(failureLines(opened.error))
  const chosen = oneDistribution(opened.value.document, options.distribution)
  return chosen.ok
    ? ok({ file, document: opened.value.document, id: chosen.value })
    : failed([`${file}: ${chosen.error}`])
}

function rulesOf(texts: readonly string[]): Result<LifetimeRule[], string[]> {
  const parsed = texts.map(parseLifetimeRule)
  const wrong = parsed.flatMap((rule) => ('error' in rule ? [rule.error] : []))
  return wrong.length > 0 ? failed(wrong) : ok(parsed.flatMap((rule) => ('error' in rule ? [] : [rule])))
}

/** On a terminal, one line that is written over; nothing where standard error goes into a file. */
function showProgress({ phase, file, done, of, requests }: Progress): void {
  if (!process.stderr.isTTY) return
  const share = of > 0 ? `${Math.min(100, Math.round((done / of) * 100))} %` : ''
  process.stderr.write(
    `\r\u001b[K${phase} ${share} ${file} ${requests > 0 ? `${requests.toLocaleString('en-US')} requests` : ''}`,
  )
}
const endProgress = () => {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}

function runOptions(
  { document, id }: Opened,
  sources: readonly LogSource[],
  options: ReplayCommandOptions,
  lifetimes: readonly LifetimeRule[],
  invalidations: NonNullable<RunOptions['invalidations']>,
  runner: FunctionRunner,
): RunOptions {
  const fieldOrders = fieldOrdersFor(document, fieldNamesIn(options.fields ?? ''))
  const rules = { lifetimes, invalidations, fieldOrders }
  // A thread of its own would fetch every object again.
  const workers = sources.some(({ name }) => isBucket(name))
    ? undefined
    : replayThreads({ document, distribution: id, ...rules }, sources, options.workers)
  return {
    distribution: compile(document, id),
    sources,
    ...rules,
    runner,
    ...(workers && { workers }),
    learns: options.learn,
    cost: { facts: moneyFacts(document, id) },
    onProgress: showProgress,
  }
}

/** Lines and files that could not be read, on standard error. */
function tellProblems({ log }: ReplayReport): boolean {
  let found = false
  for (const { file, damage, unreadable, lines, requests, examples } of log.files) {
    if (damage !== null) tell(`${file}: ${damage}`)
    else if (lines > 0 && requests === 0 && unreadable === 0)
      tell(`${file}: It holds a header and no requests.`)
    if (unreadable > 0) {
      const [first] = examples
      tell(
        `${file}: ${unreadable} of ${lines} lines could not be read${first ? `; line ${first.line}: ${first.reason}` : ''}`,
      )
    }
    found ||= damage !== null || unreadable > 0
  }
  return found
}

/** What was asked for beside the report. */
interface Extra {
  readonly suggestions: Awaited<ReturnType<typeof suggestChanges>> | undefined
  readonly leaks: readonly Leak[] | undefined
}

const reportJson = (
  { id }: Opened,
  report: ReplayReport,
  { suggestions, leaks }: Extra,
  compared: object | undefined,
): string =>
  JSON.stringify(
    { design: id, report, ...(suggestions && { suggestions }), ...(leaks && { leaks }), ...compared },
    null,
    2,
  )
const extraTexts = ({ suggestions, leaks }: Extra): string[] => [
  ...(suggestions ? [suggestionsText(suggestions)] : []),
  ...(leaks ? [`${leakText(leaks)}\n`] : []),
]

async function replayAll(
  first: Opened,
  second: Opened | undefined,
  sources: readonly LogSource[],
  options: ReplayCommandOptions,
  rules: readonly LifetimeRule[],
  invalidations: NonNullable<RunOptions['invalidations']>,
): Promise<number> {
  const runner = createSandbox()
  const settings = runOptions(first, sources, options, rules, invalidations, runner)
  const finished = await replayLogs(settings)
  const report = toReport(finished, settings)
  const suggestions = options.suggest ? await suggestChanges(settings, finished) : undefined
  const others = second && runOptions(second, sources, options, rules, invalidations, runner)
  // Both designs see the same origins, so what was learned under the first holds for the second.
  const other =
    others && toReport(await replayLogs({ ...others, learned: finished.learned, learns: false }), others)
  const leaks = options.leaks
    ? await leaksInLog({ document: first.document, distribution: first.id, report, rules, runner })
    : undefined
  runner.dispose()
  endProgress()
  if (finished.aloneBecause !== null) tell(`Replayed in one worker, since ${finished.aloneBecause}.`)
  const comparison = other && compareReports(report, other)
  const hasProblems = tellProblems(report)
  if (report.log.requests === 0) {
    tell('No request could be read from the log, so there is nothing to replay.')
    return exitStatus.unreadable
  }
  if (options.csv !== undefined) await writeBeside(options.csv, reportCsv(report))
  const extra = { suggestions, leaks }
  await print(
    options.format === 'json'
      ? reportJson(first, report, extra, other && comparison && { compared: other, comparison })
      : [
          reportText(report),
          ...extraTexts(extra),
          ...(comparison && second ? [comparisonText(comparison, first.file, second.file)] : []),
        ].join(''),
  )
  return hasProblems ? exitStatus.wrong : exitStatus.ok
}

/** Logs as they were named; `s3://` alone is where the design's own go. */
const logsOf = ({ document, id }: Opened, logs: readonly string[]): string[] =>
  logs.map((path) => (path === 's3://' ? (ownLogs(document, id) ?? path) : path))

/** Writes the job for Spark instead of replaying. */
async function spark(
  { document, id }: Opened,
  { spark: folder = '', shards = usualShards, invalidate }: ReplayCommandOptions,
  lifetimes: readonly LifetimeRule[],
): Promise<number> {
  const parsed = parseInvalidations(invalidate)
  const why = 'error' in parsed ? parsed.error : whyNotOnSpark(compile(document, id))
  if (why !== null || 'error' in parsed) {
    tell(why ?? '')
    return exitStatus.unreadable
  }
  const { invalidations } = parsed
  const call = await writeSparkJob(folder, { document, distribution: id, lifetimes, invalidations, shards })
  await print(`In ${folder}: ${call}`)
  return exitStatus.ok
}
const usualShards = 64

/** What others are to run is written, and nothing replayed; null where nobody asked for that. */
async function insteadOfReplaying(
  opened: Opened,
  options: ReplayCommandOptions,
  lifetimes: readonly LifetimeRule[],
): Promise<number | null> {
  if (options.spark !== undefined) return spark(opened, options, lifetimes)
  if (!options.athena) return null
  const { document, id } = opened
  await print(
    athenaSql(compile(document, id), {
      lifetimes,
      ...(options.location !== undefined && { location: options.location }),
    }),
  )
  return exitStatus.ok
}

/** `frontage replay`: what the design would have done with the requests of a log. */
export async function replay(file: string, options: ReplayCommandOptions): Promise<number> {
  const refuse = (lines: readonly string[]) => {
    for (const line of lines) tell(line)
    return exitStatus.unreadable
  }
  if ([file, options.compare, ...options.log].filter((path) => path === '-').length > 1)
    return refuse(['Standard input is one thing: a design or the log. Give the others as files.'])
  const first = await open(file, options)
  if (!first.ok) return refuse(first.error)
  const rules = rulesOf(options.cacheControl)
  if (!rules.ok) return refuse(rules.error)
  const written = await insteadOfReplaying(first.value, options, rules.value)
  if (written !== null) return written
  if (options.log.length === 0)
    return refuse(['Name the log files or folders with --log, or - for standard input.'])
  const parsed = parseInvalidations(options.invalidate)
  if ('error' in parsed) return refuse([parsed.error])
  const { invalidations } = parsed
  const second = options.compare === undefined ? undefined : await open(options.compare, options)
  if (second && !second.ok) return refuse(second.error)
  const sources = await logSources(logsOf(first.value, options.log), bucketOptionsOf(options))
  if (!sources.ok) return refuse(sources.error)
  const isOnce = sources.value.some(({ isRepeatable }) => !isRepeatable)
  if (isOnce && (second || options.suggest))
    return refuse(['Standard input can be read only once; --compare and --suggest need files.'])
  try {
    return await replayAll(first.value, second?.value, sources.value, options, rules.value, invalidations)
  } catch (error) {
    if (!(error instanceof WorkerError)) throw error
    endProgress()
    return refuse([error.message])
  }
}
