/** Many scenarios one after the other, in slices that leave a page time to draw. */
import type { FunctionRunner } from '#core/edge/runner.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Scenario } from '#core/model/scenario.ts'
import { runScenario, type ScenarioResult } from './scenario.ts'

export interface SuiteOptions {
  readonly runner?: FunctionRunner
  /** Called after each scenario; what it gives is waited for. */
  readonly rest?: () => Promise<void> | undefined
  /** Ends the run early: the design has changed, and these results would be of yesterday. */
  readonly isStale?: () => boolean
}

/** Runs scenarios in order. Gives undefined where the run was ended early. */
export async function runSuite(
  document: DesignDocument,
  scenarios: readonly Scenario[],
  { runner, rest, isStale }: SuiteOptions = {},
): Promise<ScenarioResult[] | undefined> {
  const results: ScenarioResult[] = []
  for (const scenario of scenarios) {
    if (isStale?.()) return undefined
    results.push(await runScenario(document, scenario, runner ? { runner } : {}))
    const pause = rest?.()
    if (pause) await pause
  }
  return results
}
