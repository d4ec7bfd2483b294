/** The worker that replays run in: it may be ended at any moment, and the page never waits for it. */
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { compareReports } from '#core/replay/compare.ts'
import { costOptionsFor } from '#core/replay/cost-options.ts'
import { type RunOptions, replayLogs, toReport } from '#core/replay/run.ts'
import type { Progress } from '#core/replay/shard-run.ts'
import { suggestChanges } from '#core/replay/suggest.ts'
import { compile } from '#core/trace/compile.ts'
import { createRunner } from '#sandbox/runner.ts'
import type { ReplayJob, ReplayMessage, ReplayResult } from '#state/replay.ts'
import { blobSource } from './log-blobs.ts'

const tell = (message: ReplayMessage) => self.postMessage(message)

/** At most so often, in milliseconds, the page hears how far it is. */
const everyMs = 60
let toldAt = 0
const progressOf = (doing: string) => (progress: Progress) => {
  const now = performance.now()
  if (now - toldAt < everyMs) return
  toldAt = now
  tell({ kind: 'progress', progress, doing })
}

function optionsFor(document: DesignDocument, id: LogicalId, job: ReplayJob, doing: string): RunOptions {
  return {
    distribution: compile(document, id),
    sources: job.files.map(blobSource),
    lifetimes: job.lifetimes,
    runner,
    learns: job.learns,
    cost: costOptionsFor(document, id),
    onProgress: progressOf(doing),
  }
}

const runner = createRunner()

async function compared(job: ReplayJob, before: DesignDocument): Promise<ReplayResult> {
  const first = optionsFor(before, job.distribution, job, 'The design as it was opened')
  const old = await replayLogs(first)
  const then = toReport(old, first)
  // Both designs see the same origins, so what was learned under the first holds for the second.
  const options = {
    ...optionsFor(job.document, job.distribution, job, 'The edited design'),
    learned: old.learned,
    learns: false,
  }
  const finished = await replayLogs(options)
  const report = toReport(finished, options)
  const suggestions = job.suggests ? await suggestChanges(options, finished) : null
  return { report, before: then, comparison: compareReports(then, report), suggestions }
}

async function alone(job: ReplayJob): Promise<ReplayResult> {
  const options = optionsFor(job.document, job.distribution, job, '')
  const finished = await replayLogs(options)
  const report = toReport(finished, options)
  const searching = { ...options, onProgress: progressOf('Searching for changes that pay') }
  const suggestions = job.suggests ? await suggestChanges(searching, finished) : null
  return { report, before: null, comparison: null, suggestions }
}

self.onmessage = ({ data: job }: MessageEvent<ReplayJob>) => {
  const started = performance.now()
  const { before } = job
  const hadIt = before?.resources[job.distribution]?.type === 'Distribution'
  void (before && hadIt ? compared(job, before) : alone(job)).then(
    (result) => tell({ kind: 'done', result, milliseconds: performance.now() - started }),
    (error: unknown) =>
      tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  )
}
