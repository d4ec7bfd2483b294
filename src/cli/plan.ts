import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { twoSidedConflicts } from '#core/plan/plan.ts'
import { savePlan } from '#core/plan/saved.ts'
import { type DeploymentOptions, prepare } from './deployment.ts'
import { planText } from './plan-text.ts'
import { exitStatus, print, tell } from './status.ts'

export interface PlanOptions extends DeploymentOptions {
  /** Saves the plan here, for `frontage apply`. */
  readonly out?: string
}

/** `frontage plan`: what apply would do; 1 where it could not be done or would overwrite what somebody else did. */
export async function plan(file: string, options: PlanOptions): Promise<number> {
  const prepared = await prepare(file, options)
  if (!prepared.ok) {
    for (const line of prepared.error) tell(line)
    return exitStatus.unreadable
  }
  const { plan: made, document, endpoint, ids, journal } = prepared.value
  if (options.out !== undefined) {
    const saved = savePlan({ document, plan: made, endpoint, ids, journal: resolve(journal.file) })
    await writeFile(options.out, `${JSON.stringify(saved, null, 2)}\n`, { mode: 0o600 })
    tell(`Saved to ${options.out}; “frontage apply ${options.out}” does it, if it is still true then.`)
  }
  await print(options.format === 'json' ? JSON.stringify(made, null, 2) : planText(made))
  const isWrong =
    made.steps.some(({ obstacle }) => obstacle !== undefined) || twoSidedConflicts(made).length > 0
  return isWrong ? exitStatus.wrong : exitStatus.ok
}
