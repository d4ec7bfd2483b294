/** Runs scenarios: a distribution, scripted origins, and steps with expectations. */
import type { FunctionRunner } from '#core/edge/runner.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { RequestResult, Scenario, ScenarioStep } from '#core/model/scenario.ts'
import { compareExpectation } from './expectation.ts'
import { createSimulation, type Simulation } from './simulation.ts'

export interface StepReport {
  /** Present for a request. */
  readonly result?: RequestResult
  readonly failures: readonly string[]
}
export interface ScenarioReport {
  readonly name: string
  readonly passed: boolean
  readonly steps: readonly StepReport[]
}

const fails = (error: unknown): StepReport => {
  if (error instanceof RangeError) return { failures: [error.message] }
  throw error
}

async function runStep(simulation: Simulation, step: ScenarioStep): Promise<StepReport> {
  if ('request' in step) {
    const result = await simulation.request(step.request)
    return { result, failures: compareExpectation(step.expect, result) }
  }
  if ('advance' in step) simulation.advance(step.advance)
  else if ('evict' in step) simulation.evict(step.evict)
  else
    return {
      failures: simulation.invalidate(step.invalidate).refused.map(({ reason }) => `/invalidate: ${reason}`),
    }
  return { failures: [] }
}

/** The design that a scenario names has no such distribution, or a wrong date: told as a failure of its own. */
function start(
  document: DesignDocument,
  scenario: Scenario,
  runner: FunctionRunner | undefined,
): Simulation | StepReport {
  const { distribution, now, account, origins } = scenario
  if (distribution !== undefined && document.resources[distribution]?.type !== 'Distribution')
    return { failures: [`/distribution: the design holds no distribution “${distribution}”.`] }
  try {
    return createSimulation({
      document,
      ...(distribution !== undefined && { distribution }),
      ...(now !== undefined && { now }),
      ...(account && { account }),
      ...(origins && { origins }),
      ...(runner && { runner }),
    })
  } catch (error) {
    return fails(error)
  }
}

/** Runs a scenario against a design; the same scenario always gives the same trace. */
export async function runScenario(
  document: DesignDocument,
  scenario: Scenario,
  { runner }: { readonly runner?: FunctionRunner } = {},
): Promise<ScenarioReport> {
  const simulation = start(document, scenario, runner)
  if (!('request' in simulation)) return { name: scenario.name, passed: false, steps: [simulation] }
  const steps: StepReport[] = []
  for (const step of scenario.steps) {
    try {
      steps.push(await runStep(simulation, step))
    } catch (error) {
      steps.push(fails(error))
    }
  }
  return { name: scenario.name, passed: steps.every(({ failures }) => failures.length === 0), steps }
}
