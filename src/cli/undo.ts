import { failed, ok, type Result } from '#core/ground/result.ts'
import { emptyDesign } from '#core/model/document.ts'
import { runsOf } from '#core/plan/journal.ts'
import { hasWork } from '#core/plan/plan.ts'
import { planUndo } from '#core/plan/undo.ts'
import { outageRefusals, run, unknownDeletions, unknownOutages } from './apply.ts'
import { type JournalFile, journalOf } from './journal-file.ts'
import { planJson, planText } from './plan-text.ts'
import { type AccountOptions, reach } from './reach.ts'
import { exitStatus, print, tell } from './status.ts'

export interface UndoOptions extends AccountOptions {
  readonly journal?: string
  /** Which run; the last one without it. */
  readonly run?: string
  readonly yes: boolean
  readonly delete: readonly string[]
  /** Names of resources that may stop answering their viewers. */
  readonly allowOutage: readonly string[]
  readonly format: 'text' | 'json'
}

/** The run that was asked for, or the last one. */
function wantedRun(file: string, journal: JournalFile, given: string | undefined): Result<string, string> {
  const runs = runsOf(journal.entries)
  const wanted = given ?? runs.at(-1)
  if (wanted === undefined)
    return failed(
      `Nothing was applied from ${file} yet, so there is nothing to undo (no journal at ${journal.file}).`,
    )
  if (runs.includes(wanted)) return ok(wanted)
  return failed(
    `There is no run “${wanted}” in ${journal.file}; the last ones are ${runs.slice(-3).join(', ') || 'none'}.`,
  )
}

/** `frontage undo`: puts the account into the configuration before the last apply of this source. */
export async function undo(file: string, options: UndoOptions): Promise<number> {
  const account = await reach(options)
  if (!account.ok) {
    tell(account.error)
    return exitStatus.unreadable
  }
  const { drivers, scope } = account.value
  const journal = journalOf(file, scope, options.journal)
  const wanted = wantedRun(file, journal, options.run)
  if (!wanted.ok) {
    tell(wanted.error)
    return exitStatus.unreadable
  }
  const back = await planUndo(journal.entries, wanted.value, drivers)
  if (!back.ok) {
    tell(back.error)
    return exitStatus.unreadable
  }
  const { plan, live } = back.value
  if (!options.yes || !hasWork(plan)) {
    await print(options.format === 'json' ? planJson(plan, scope) : planText(plan, scope))
    if (hasWork(plan)) tell('Nothing was undone: add --yes to do it, and --delete NAME for what it deletes.')
    return hasWork(plan) ? exitStatus.wrong : exitStatus.ok
  }
  const unknown = [...unknownDeletions(plan, options.delete), ...unknownOutages(plan, options.allowOutage)]
  if (unknown.length > 0) {
    for (const line of unknown) tell(line)
    return exitStatus.unreadable
  }
  const refused = outageRefusals(plan, options.allowOutage, 'undone')
  if (refused.length > 0) {
    for (const line of refused) tell(line)
    return exitStatus.wrong
  }
  const { hasFailed, progress } = await run(
    { document: emptyDesign, plan, live, drivers, scope, journal },
    options.delete,
  )
  await print(
    options.format === 'json'
      ? JSON.stringify({ undone: !hasFailed, progress }, null, 2)
      : planText(plan, scope),
  )
  return hasFailed ? exitStatus.wrong : exitStatus.ok
}
