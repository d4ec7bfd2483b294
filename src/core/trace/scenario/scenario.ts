/** Runs scenarios: a distribution, scripted origins, and steps with expectations. */
import type { FunctionRunner } from '#core/edge/runner.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { FunctionStep, RequestResult, Scenario, ScenarioStep } from '#core/model/scenario.ts'
import { functionsIn } from '#core/trace/compile/functions-in.ts'
import { InputFault } from '#core/trace/engine/input-fault.ts'
import { createSimulation, type Simulation } from '#core/trace/engine/simulation.ts'
import { compareExpectation } from './expectation.ts'
import { type FunctionTest, testFunction } from './function-test.ts'
import { type FileScenario, scenarioProblems } from './scenario-file.ts'

export interface StepResult {
  /** Present for a request. */
  readonly result?: RequestResult
  /** Present for a function that was run by itself. */
  readonly functionTest?: FunctionTest
  readonly failures: readonly string[]
}
export interface ScenarioResult {
  readonly name: string
  readonly passed: boolean
  readonly steps: readonly StepResult[]
}

const fails = (error: unknown): StepResult => {
  if (error instanceof InputFault) return { failures: [error.message] }
  throw error
}

/** Runs a function by itself; a scenario of nothing else needs no distribution. */
async function runFunctionStep(
  document: DesignDocument,
  { account = {}, now = '2026-01-01T00:00:00Z' }: Scenario,
  step: FunctionStep,
  runner: FunctionRunner | undefined,
): Promise<StepResult> {
  const wanted = step.function
  const found = functionsIn(document, account).find(({ id, fn }) => id === wanted || fn.name === wanted)
  if (!found) return { failures: [`/function: the design holds no function “${wanted}”.`] }
  const functionTest = await testFunction(found.fn, step.event, { runner, now: Date.parse(now) })
  const { error } = functionTest
  const isTold =
    error === null || step.expect?.['error'] !== undefined || step.expect?.['status'] !== undefined
  const unexpected = isTold ? [] : [`/error: ${error.type}: ${error.message}`]
  return { functionTest, failures: [...unexpected, ...compareExpectation(step.expect, functionTest)] }
}

const isFunctionStep = (step: ScenarioStep): step is FunctionStep => 'function' in step

async function runStep(
  simulation: Simulation,
  step: Exclude<ScenarioStep, FunctionStep>,
): Promise<StepResult> {
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

export interface ScenarioOptions {
  readonly runner?: FunctionRunner
  /** Whether each story ends with what of the design it leaves out. */
  readonly tellsNotPlayed?: boolean
}

/** The design that a scenario names has no such distribution, or a wrong date: told as a failure of its own. */
function start(
  document: DesignDocument,
  scenario: Scenario,
  { runner, tellsNotPlayed = false }: ScenarioOptions,
): Simulation | StepResult {
  const { distribution, now, account, origins, functionResults } = scenario
  if (distribution !== undefined && document.resources[distribution]?.type !== 'Distribution')
    return { failures: [`/distribution: the design holds no distribution “${distribution}”.`] }
  try {
    return createSimulation({
      document,
      tellsChanges: false,
      tellsNotPlayed,
      ...(distribution !== undefined && { distribution }),
      ...(now !== undefined && { now }),
      ...(account && { account }),
      ...((origins || document.originScripts) && { origins: { ...document.originScripts, ...origins } }),
      ...(runner && { runner }),
      functionResults: { ...document.functionResults, ...functionResults },
    })
  } catch (error) {
    return fails(error)
  }
}

/** Runs a scenario against a design; the same scenario always gives the same trace. */
export async function runScenario(
  document: DesignDocument,
  scenario: Scenario,
  options: ScenarioOptions = {},
): Promise<ScenarioResult> {
  const needsNone = scenario.steps.length > 0 && scenario.steps.every(isFunctionStep)
  const simulation = needsNone ? undefined : start(document, scenario, options)
  if (simulation && !('request' in simulation))
    return { name: scenario.name, passed: false, steps: [simulation] }
  const steps: StepResult[] = []
  for (const step of scenario.steps) {
    try {
      if (isFunctionStep(step)) steps.push(await runFunctionStep(document, scenario, step, options.runner))
      else if (simulation) steps.push(await runStep(simulation, step))
    } catch (error) {
      steps.push(fails(error))
    }
  }
  return { name: scenario.name, passed: steps.every(({ failures }) => failures.length === 0), steps }
}

/**
 * The scenarios of a file's text or JSON value: one object, or `{"scenarios": […]}`. Fails with one sentence for every
 * wrong field, which names its place. The caller finds the design that `template` or `source` names.
 */
export function parseScenarios(input: unknown): Result<readonly FileScenario[], string[]> {
  let json = input
  if (typeof input === 'string') {
    try {
      json = JSON.parse(input)
    } catch (error) {
      return failed([`The file is not JSON: ${error instanceof Error ? error.message : String(error)}`])
    }
  }
  const problems = scenarioProblems(json)
  if (problems.length > 0) return failed(problems.map(({ message }) => message))
  // Every field has just been checked against the shape that the type describes.
  const isList = typeof json === 'object' && json !== null && 'scenarios' in json
  return ok(isList ? (json as { scenarios: FileScenario[] }).scenarios : [json as FileScenario])
}
