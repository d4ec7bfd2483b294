import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { leastPrivilege } from '#core/plan/permissions.ts'
import { twoSidedConflicts } from '#core/plan/plan.ts'
import { savePlan } from '#core/plan/saved.ts'
import { planScript } from '#core/plan/script.ts'
import { type DeploymentOptions, prepare } from './deployment.ts'
import { tellErrors } from './known-problems.ts'
import { planJson, planText } from './plan-text.ts'
import { failureLines, openSource } from './source.ts'
import { exitStatus, print, tell } from './status.ts'
import { writeBeside } from './write-beside.ts'

export interface PlanOptions extends DeploymentOptions {
  /** Saves the plan here, for `frontage apply`. */
  readonly out?: string
  /** Writes the plan here as a shell script of `aws` commands. */
  readonly script?: string
  /** Prints the least permissions that the design needs, as an IAM policy, and plans nothing. */
  readonly permissions: boolean
}

/** `frontage plan`: what apply would do; 1 where it could not be done or would overwrite what somebody else did. */
export async function plan(file: string, options: PlanOptions): Promise<number> {
  if (options.permissions) return permissions(file, options)
  const prepared = await prepare(file, options)
  if (!prepared.ok) {
    for (const line of prepared.error) tell(line)
    return exitStatus.unreadable
  }
  const { plan: made, document, scope, ids, fresh, live } = prepared.value
  tellErrors(document)
  if (options.script !== undefined) {
    await writeBeside(options.script, planScript(document, made, live, { run: randomUUID() }), {
      mode: 0o700,
    })
    tell(`Written to ${options.script}; it stops where the account is no longer as it is now.`)
  }
  if (options.out !== undefined) {
    const saved = savePlan({
      document,
      plan: made,
      scope,
      ids,
      fresh,
      source: resolve(file),
      isJournalNamed: options.journal !== undefined,
    })
    await writeBeside(options.out, `${JSON.stringify(saved, null, 2)}\n`, { mode: 0o600 })
    tell(`Saved to ${options.out}; “frontage apply ${options.out}” does it, if it is still true then.`)
  }
  await print(options.format === 'json' ? planJson(made, scope) : planText(made, scope))
  const isWrong =
    made.steps.some(({ obstacle }) => obstacle !== undefined) || twoSidedConflicts(made).length > 0
  return isWrong ? exitStatus.wrong : exitStatus.ok
}

async function permissions(file: string, options: PlanOptions): Promise<number> {
  const opened = await openSource(file, options.parameters)
  if (!opened.ok) {
    for (const line of failureLines(opened.error)) tell(line)
    return exitStatus.unreadable
  }
  await print(leastPrivilege(opened.value.document))
  return exitStatus.ok
}
