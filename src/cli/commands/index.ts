/** Every command of the program by its name, in the order in which help lists them. */

import { tableOf } from '#core/ground/names.ts'
import { addApply } from './apply.ts'
import { addCheck } from './check.ts'
import { addConvert } from './convert.ts'
import { addCost } from './cost.ts'
import { addDomain } from './domain.ts'
import { addImport } from './import.ts'
import { addInvalidate } from './invalidate.ts'
import { addKeys } from './keys.ts'
import { addList } from './list.ts'
import { addLsp } from './lsp.ts'
import { addMcp } from './mcp.ts'
import { addMetrics } from './metrics.ts'
import type { AddCommand } from './options.ts'
import { addPlan } from './plan.ts'
import { addPromote } from './promote.ts'
import { addReplay } from './replay.ts'
import { addReview } from './review.ts'
import { addRun } from './run.ts'
import { addServe } from './serve.ts'
import { addTest } from './test.ts'
import { addTrace } from './trace.ts'
import { addUndo } from './undo.ts'
import { addVerify } from './verify.ts'

export const commands: Readonly<Record<string, AddCommand>> = tableOf({
  check: addCheck,
  trace: addTrace,
  test: addTest,
  convert: addConvert,
  replay: addReplay,
  review: addReview,
  cost: addCost,
  verify: addVerify,
  plan: addPlan,
  apply: addApply,
  promote: addPromote,
  undo: addUndo,
  list: addList,
  import: addImport,
  domain: addDomain,
  keys: addKeys,
  metrics: addMetrics,
  serve: addServe,
  mcp: addMcp,
  lsp: addLsp,
  run: addRun,
  invalidate: addInvalidate,
})
