/**
 * One shard of a replay for Spark: a program that reads lines and writes lines. `route` says whose shard each line is,
 * `survey` and `serve` are the two passes of a shard, `conclude` and `report` join what all shards came to. What passes
 * between them is text: one line of base64 for each shard.
 */

import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { deserialize, serialize } from 'node:v8'
import { tableOf } from '#core/ground/names.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { moneyFacts } from '#core/money/facts.ts'
import type { LogSource } from '#core/replay/read/log-source.ts'
import { joinSummaries } from '#core/replay/report/summary.ts'
import { conclude, type Evidence, joinEvidence, type Learned } from '#core/replay/serve/learn.ts'
import type { LifetimeRule } from '#core/replay/serve/lifetimes.ts'
import type { Invalidation } from '#core/replay/serve/replay.ts'
import { toReport } from '#core/replay/serve/run.ts'
import { type ShardResult, ShardRun } from '#core/replay/serve/shard-run.ts'
import { compile } from '#core/trace/compile/compile.ts'
import { routeLines } from './spark-route.ts'

/** What the job was written with. */
export interface SparkJob {
  readonly document: DesignDocument
  readonly distribution: string
  readonly lifetimes: readonly LifetimeRule[]
  readonly invalidations: readonly Invalidation[]
  readonly shards: number
  readonly top: number
}

const [, , verb = '', ...rest] = process.argv
const option = (name: string): string | undefined => {
  const at = rest.indexOf(`--${name}`)
  return at < 0 ? undefined : rest[at + 1]
}
const textOf = (name: string): string => readFileSync(option(name) ?? '', 'utf8')

const job = JSON.parse(textOf('job')) as SparkJob // written by the command
const distribution = compile(job.document, job.distribution)
const header = option('header') ?? ''
const print = (text: string) => process.stdout.write(`${text}\n`)
const packed = (value: unknown) => serialize(value).toString('base64')
const unpacked = (text: string): unknown => deserialize(Buffer.from(text, 'base64'))
/** What shards came to, one line each. */
const parts = (name: string): unknown[] => textOf(name).split('\n').filter(Boolean).map(unpacked)

/** The shard's own lines, in the order of their times. */
const source: LogSource = {
  name: '-',
  size: null,
  isRepeatable: false,
  async *open() {
    if (header !== '') yield new TextEncoder().encode(`${header}\n`)
    for await (const chunk of process.stdin) yield chunk as Uint8Array
  },
}

function shardRun(): ShardRun {
  const { lifetimes, invalidations, shards, top } = job
  return new ShardRun({
    distribution,
    sources: [source],
    shard: { index: Number(option('shard')), of: shards },
    lifetimes,
    invalidations,
    surveys: true,
    top,
  })
}

const verbs: Readonly<Record<string, () => Promise<void>>> = tableOf({
  async route() {
    const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
    const counts = await routeLines(lines, header, distribution, job.shards, ({ shard, time, line }) =>
      print(`${shard}\t${time}\t${line}`),
    )
    print(`#\t${counts.lines}\t${counts.unreadable}`)
  },
  async survey() {
    print(packed(await shardRun().survey()))
  },
  async conclude() {
    const evidence = parts('parts') as Evidence[] // written by `survey`
    print(packed(conclude(joinEvidence(evidence), distribution.behaviors)))
  },
  async serve() {
    const [learned] = parts('learned') as (Learned | null)[] // written by `conclude`
    print(packed(await shardRun().serve(learned ?? null)))
  },
  async report() {
    const results = parts('parts') as ShardResult[] // written by `serve`
    const [learned] = parts('learned') as (Learned | null)[]
    const counted = results.flatMap(({ files }) => files)
    const [first] = counted
    const requests = counted.reduce((sum, file) => sum + file.requests, 0)
    const lines = Number(option('lines') ?? requests)
    const report = toReport(
      {
        summary: joinSummaries(
          results.map(({ summary }) => summary),
          job.top,
        ),
        files: first
          ? [
              {
                ...first,
                name: option('name') ?? '-',
                requests,
                lines,
                unreadable: Number(option('unreadable') ?? 0),
              },
            ]
          : [],
        learned: learned ?? null,
        wasSurveyed: true,
        shards: job.shards,
        aloneBecause: null,
      },
      {
        distribution,
        sources: [source],
        lifetimes: job.lifetimes,
        invalidations: job.invalidations,
        cost: { facts: moneyFacts(job.document, job.distribution) },
      },
    )
    print(JSON.stringify({ design: job.distribution, report }, null, 2))
  },
})

const run = verbs[verb]
if (!run) {
  process.stderr.write(`There is no “${verb}”; there are ${Object.keys(verbs).join(', ')}.\n`)
  process.exit(2)
}
try {
  await run()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(3)
}
