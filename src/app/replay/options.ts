import type { DesignDocument } from '#core/model/document.ts'
import { moneyFacts } from '#core/money/facts.ts'
import { fieldOrdersFor } from '#core/replay/read/told-fields.ts'
import type { RunOptions } from '#core/replay/serve/run.ts'
import { compile } from '#core/trace/compile/compile.ts'
import { createRunner } from '#sandbox/runner.ts'
import type { ReplayJob } from '#state/replay.ts'
import { blobSource } from './log-blobs.ts'

const runner = createRunner()

/** A job's replay of one of its designs, the same in every worker that takes part. */
export const optionsFor = (document: DesignDocument, job: ReplayJob): RunOptions => ({
  distribution: compile(document, job.distribution),
  sources: job.files.map(blobSource),
  lifetimes: job.lifetimes,
  invalidations: job.invalidations,
  fieldOrders: fieldOrdersFor(document, job.fields),
  runner,
  learns: job.learns,
  cost: { facts: moneyFacts(document, job.distribution) },
})
