/** The worker that replays run in: it may be ended at any moment, and the page never waits for it. */
import type { DesignDocument } from '#core/model/document.ts'
import { suggestChanges } from '#core/replay/advise/suggest.ts'
import { compareReports } from '#core/replay/report/compare.ts'
import { type RunOptions, replayLogs, toReport } from '#core/replay/serve/run.ts'
import type { Progress } from '#core/replay/serve/shard-run.ts'
import type { ReplayJob, ReplayMessage, ReplayResult } from '#state/replay.ts'
import { optionsFor } from './options.ts'
import { becomeShard, type ShardStart, shardWorkers } from './shards.ts'

const tell = (message: ReplayMessage) => self.postMessage(message)

/** At most so often, in milliseconds, the page hears how far it is. */
const everyMs = 60
let toldAt = 0
const progressOf = (doing: string) => (progress: Progress) => {
  const now = performance.now()
  if (now - toldAt < everyMs) return
  toldAt = now
  const { aloneBecause } = progress
  const how = aloneBecause === undefined ? [] : [`in one worker, since ${aloneBecause}`]
  tell({ kind: 'progress', progress, doing: [doing, ...how].filter((part) => part !== '').join(', ') })
}

/** With workers of its own where the log is large. */
function sharedOptions(document: DesignDocument, job: ReplayJob, doing: string): RunOptions {
  const workers = shardWorkers(document, job)
  return { ...optionsFor(document, job), onProgress: progressOf(doing), ...(workers && { workers }) }
}

async function compared(job: ReplayJob, before: DesignDocument): Promise<ReplayResult> {
  const first = sharedOptions(before, job, 'The design before')
  const old = await replayLogs(first)
  const then = toReport(old, first)
  // Both designs see the same origins, so what was learned under the first holds for the second.
  const options = {
    ...sharedOptions(job.document, job, 'The design as it is'),
    learned: old.learned,
    learns: false,
  }
  const finished = await replayLogs(options)
  const report = toReport(finished, options)
  const suggestions = job.suggests ? await suggestChanges(options, finished) : null
  return { report, before: then, comparison: compareReports(then, report), suggestions }
}

async function alone(job: ReplayJob): Promise<ReplayResult> {
  const options = sharedOptions(job.document, job, '')
  const finished = await replayLogs(options)
  const report = toReport(finished, options)
  const searching = { ...options, onProgress: progressOf('Searching for changes that pay') }
  const suggestions = job.suggests ? await suggestChanges(searching, finished) : null
  return { report, before: null, comparison: null, suggestions }
}

function runJob(job: ReplayJob): void {
  const started = performance.now()
  const { before } = job
  const hadIt = before?.document.resources[job.distribution]?.type === 'Distribution'
  void (before && hadIt ? compared(job, before.document) : alone(job)).then(
    (result) => tell({ kind: 'done', result, milliseconds: performance.now() - started }),
    (error: unknown) =>
      tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  )
}

self.onmessage = ({ data }: MessageEvent<ReplayJob | ShardStart>) => {
  if ('kind' in data) becomeShard(data)
  else runJob(data)
}
