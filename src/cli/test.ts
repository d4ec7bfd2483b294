import { dirname, resolve } from 'node:path'
import type { FunctionRunner } from '#core/edge/runner.ts'
import { readSource } from '#core/formats/index.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Scenario, ScenarioStep } from '#core/model/scenario.ts'
import { hintsFor } from '#core/trace/explain/hints/index.ts'
import { findLeaks, type Leak } from '#core/trace/leaks.ts'
import {
  parseScenarios,
  runScenario,
  type ScenarioResult,
  type StepResult,
} from '#core/trace/scenario/scenario.ts'
import { scenarioProblems } from '#core/trace/scenario/scenario-file.ts'
import { toJunit } from './junit.ts'
import { leakText } from './leaks.ts'
import { notPlayedLines } from './not-played-text.ts'
import { createSandbox } from './sandbox.ts'
import { failureLines, openSource, readText } from './source.ts'
import { exitStatus, print, tell } from './status.ts'

export interface TestOptions {
  readonly format: 'text' | 'json' | 'junit'
  /** Also look for answers that reach the wrong viewer. */
  readonly leaks: boolean
}
interface Prepared {
  readonly scenario: Scenario
  readonly document: DesignDocument
}
interface TestedFile {
  readonly file: string
  readonly scenarios: readonly ScenarioResult[]
  /** What each of them was run with, in the same order. */
  readonly prepared: readonly Prepared[]
  /** Undefined where nobody asked. */
  readonly leaks: readonly Leak[] | undefined
}

/** A scenario as a file holds it: its design stands inline or in another file. */
type FileScenario = Scenario & { readonly template?: unknown; readonly source?: string }

async function designOf(file: string, scenario: FileScenario): Promise<Result<DesignDocument, string[]>> {
  if (scenario.source !== undefined) {
    const opened = await openSource(resolve(dirname(file), scenario.source))
    return opened.ok ? ok(opened.value.document) : failed(failureLines(opened.error))
  }
  if (scenario.template === undefined)
    return failed([`“${scenario.name}” has neither a template nor a source; add one of them.`])
  const read = readSource(JSON.stringify(scenario.template))
  return read.ok
    ? ok(read.value.document)
    : failed(read.error.map(({ message }) => `the template of “${scenario.name}”: ${message}`))
}

/** The scenarios of a file: a scenario, a list of them, or those that a design has saved. */
async function prepare(file: string): Promise<Result<Prepared[], string[]>> {
  const text = await readText(file)
  if (!text.ok) return failed([text.error])
  const design = readSource(text.value)
  if (design.ok && design.value.format.family === 'design') {
    const { document } = design.value
    if (document.scenarios.length === 0) return failed(['The design has no saved scenarios.'])
    const problems = scenarioProblems({ scenarios: document.scenarios })
    if (problems.length > 0) return failed(problems.map(({ message }) => message))
    return ok(document.scenarios.map((scenario) => ({ scenario, document })))
  }
  const parsed = parseScenarios(text.value)
  if (!parsed.ok) return parsed
  const prepared: Prepared[] = []
  for (const scenario of parsed.value) {
    const opened = await designOf(file, scenario)
    if (!opened.ok) return opened
    prepared.push({ scenario, document: opened.value })
  }
  return ok(prepared)
}

/** The distribution that a scenario is about. */
function distributionOf(scenario: Scenario, document: DesignDocument): string | undefined {
  const sites = distributionsIn(document)
  const first = sites.find(({ config }) => config.Staging !== true) ?? sites[0]
  return scenario.distribution ?? first?.id
}

/** What stands behind a step that failed, where the trace tells more than the numbers. */
function causesOf({ scenario, document }: Prepared, index: number, step: StepResult): string[] {
  const sent = scenario.steps[index]
  const distribution = distributionOf(scenario, document)
  if (!sent || !('request' in sent) || !step.result || distribution === undefined) return []
  const { request } = sent
  const { result } = step
  return hintsFor({ document, distribution, request, result }).map(({ text }) => `       behind it: ${text}`)
}

const stepName = (step: ScenarioStep | undefined): string =>
  step && 'request' in step ? ` (${step.request.method ?? 'GET'} ${step.request.url})` : ''

function asText({ name, passed, steps }: ScenarioResult, prepared: Prepared | undefined): string {
  const lines = steps.flatMap((step, index) => {
    if (step.failures.length === 0) return []
    const which = `step ${index + 1}${stepName(prepared?.scenario.steps[index])}`
    return [
      ...step.failures.map((failure) => `       ${which}: ${failure}`),
      ...(prepared ? causesOf(prepared, index, step) : []),
    ]
  })
  return [`${passed ? 'ok    ' : 'FAILED'} ${name}`, ...lines].join('\n')
}

function render(files: readonly TestedFile[], format: TestOptions['format']): string {
  if (format === 'junit') return toJunit(files)
  const scenarios = files.flatMap((file) => file.scenarios)
  const leaks = files.some((file) => file.leaks) ? files.flatMap((file) => file.leaks ?? []) : undefined
  if (format === 'json') return JSON.stringify({ scenarios, ...(leaks && { leaks }) }, null, 2)
  const passed = scenarios.filter((scenario) => scenario.passed).length
  const prepared = files.flatMap((file) => file.prepared)
  return [
    ...scenarios.map((scenario, index) => asText(scenario, prepared[index])),
    ...notPlayedLines(scenarios),
    `${passed} passed, ${scenarios.length - passed} failed`,
    ...(leaks ? [leakText(leaks)] : []),
  ].join('\n')
}

/** Pairs of viewers for the requests of each scenario. */
async function leaksIn(prepared: readonly Prepared[], runner: FunctionRunner): Promise<Leak[]> {
  const found: Leak[] = []
  for (const { scenario, document } of prepared) {
    const distribution = distributionOf(scenario, document)
    if (distribution === undefined) continue
    const requests = scenario.steps.flatMap((step) => ('request' in step ? [step.request] : []))
    const { account, origins } = scenario
    found.push(
      ...(await findLeaks({
        document,
        distribution,
        requests,
        runner,
        origins: { ...document.originScripts, ...origins },
        ...(account && { account }),
      })),
    )
  }
  return found
}

/** `frontage test`: runs the scenarios of each file and compares what they expect. */
export async function test(files: readonly string[], options: TestOptions): Promise<number> {
  const runner = createSandbox()
  const tested: TestedFile[] = []
  let unreadable = false
  for (const file of files) {
    const prepared = await prepare(file)
    if (!prepared.ok) {
      for (const line of prepared.error) tell(`${file}: ${line}`)
      unreadable = true
      continue
    }
    const scenarios: ScenarioResult[] = []
    for (const { scenario, document } of prepared.value)
      scenarios.push(await runScenario(document, scenario, { runner, tellsNotPlayed: true }))
    const leaks = options.leaks ? await leaksIn(prepared.value, runner) : undefined
    tested.push({ file, scenarios, prepared: prepared.value, leaks })
  }
  runner.dispose()
  await print(render(tested, options.format))
  if (unreadable) return exitStatus.unreadable
  return tested.some(({ scenarios }) => scenarios.some(({ passed }) => !passed))
    ? exitStatus.wrong
    : exitStatus.ok
}
