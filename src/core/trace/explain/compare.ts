/** What differs between two traces of the same request: before and after an edit, or in two designs. */
import type { FunctionRunner } from '#core/edge/runner.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { RequestResult, Scenario, TraceEvent, ViewerRequest } from '#core/model/scenario.ts'
import { runScenario, type StepResult } from '#core/trace/scenario/scenario.ts'

export interface Difference {
  /** What it is, in words: `status`, `header cache-control`, `origin request 1, header host`. */
  readonly what: string
  readonly before: string | null
  readonly after: string | null
}

/** The first step at which the two stories part. */
export interface Parting {
  readonly before: TraceEvent | null
  readonly after: TraceEvent | null
}

export interface TraceDifference {
  readonly differences: readonly Difference[]
  readonly parting: Parting | null
}

/** New with each request, whatever the design says. */
export const alwaysNew: ReadonlySet<string> = new Set(['x-amz-cf-id', 'via', 'date'])

const text = (value: unknown): string | null =>
  value === undefined || value === null
    ? null
    : typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? value.join(', ')
        : JSON.stringify(value)

function* fieldsOf(result: RequestResult): Generator<[string, string | null]> {
  const { status, behavior, xCache, resultType, servedBy, ttl, cacheKey, headers, body } = result
  yield ['status', String(status)]
  yield ['behavior', behavior]
  yield ['X-Cache', xCache]
  yield ['result type', resultType]
  yield ['served by', servedBy]
  yield ['time to live', ttl === null ? null : `${ttl} s`]
  for (const name of ['path', 'query', 'host'] as const)
    yield [`cache key, ${name}`, cacheKey === null ? null : cacheKey[name]]
  for (const [name, value] of Object.entries(cacheKey?.headers ?? {}))
    yield [`cache key, header ${name}`, value]
  for (const [name, value] of Object.entries(cacheKey?.cookies ?? {}))
    yield [`cache key, cookie ${name}`, value]
  for (const [name, value] of Object.entries(headers))
    if (!alwaysNew.has(name)) yield [`header ${name}`, text(value)]
  yield ['body', body]
  for (const [index, attempt] of result.originRequests.entries()) {
    const which = `origin request ${index + 1}`
    yield [
      which,
      `${attempt.method} ${attempt.protocol}://${attempt.host}${attempt.path}${attempt.query === '' ? '' : `?${attempt.query}`} to “${attempt.origin}”: ${attempt.status ?? attempt.error}`,
    ]
    for (const [name, value] of Object.entries(attempt.headers))
      if (!alwaysNew.has(name) && name !== 'host') yield [`${which}, header ${name}`, text(value)]
  }
  for (const run of result.functions)
    yield [
      `function ${run.name} on the ${run.event}`,
      run.error ? `${run.error.type}: ${run.error.message}` : 'ran',
    ]
}

function partingOf(before: readonly TraceEvent[], after: readonly TraceEvent[]): Parting | null {
  const length = Math.max(before.length, after.length)
  for (let index = 0; index < length; index += 1) {
    const [one, two] = [before[index] ?? null, after[index] ?? null]
    if (one?.stage !== two?.stage || one?.detail !== two?.detail) return { before: one, after: two }
  }
  return null
}

/** Empty `differences` where a viewer, an origin and a cache could not tell the two apart. */
export function compareResults(before: RequestResult, after: RequestResult): TraceDifference {
  const [one, two] = [new Map(fieldsOf(before)), new Map(fieldsOf(after))]
  const names = new Set([...one.keys(), ...two.keys()])
  const differences = [...names].flatMap((what) => {
    const [left, right] = [one.get(what) ?? null, two.get(what) ?? null]
    return left === right ? [] : [{ what, before: left, after: right }]
  })
  return { differences, parting: differences.length === 0 ? null : partingOf(before.events, after.events) }
}

export interface ComparedRequest {
  readonly scenario: string
  /** From 1, as reports count steps. */
  readonly step: number
  readonly request: ViewerRequest
  readonly before: StepResult
  readonly after: StepResult
  readonly difference: TraceDifference
}

/** What is compared: a design, and which of its distributions. */
export interface Side {
  readonly document: DesignDocument
  readonly distribution?: string
}

const on = ({ distribution }: Side, { distribution: own, ...scenario }: Scenario): Scenario => {
  const chosen = distribution ?? own
  return chosen === undefined ? scenario : { ...scenario, distribution: chosen }
}

const spoken = ({ method = 'GET', url }: ViewerRequest): string => `${method} ${url}`

/**
 * Each request of the scenarios by itself: from empty caches, and a second later once more. A change of what is cached
 * shows in the second alone, and a story may send nothing twice.
 */
export function coldAndWarm(scenarios: readonly Scenario[]): Scenario[] {
  const seen = new Set<string>()
  return scenarios.flatMap(({ steps, ...scenario }) =>
    steps.flatMap((step): Scenario[] => {
      if (!('request' in step)) return []
      const { request } = step
      const which = JSON.stringify([scenario.distribution, scenario.origins, request])
      if (seen.has(which)) return []
      seen.add(which)
      return [
        {
          ...scenario,
          name: `${spoken(request)}, cold (step 1) and warm (step 3)`,
          steps: [{ request }, { advance: 1 }, { request }],
        },
      ]
    }),
  )
}

/** Sends the same requests through two designs, with the same origins, clock and chance; all of them, changed or not. */
export async function compareDesigns(
  before: Side,
  after: Side,
  scenarios: readonly Scenario[],
  { runner }: { readonly runner?: FunctionRunner } = {},
): Promise<ComparedRequest[]> {
  const compared: ComparedRequest[] = []
  const options = runner ? { runner } : {}
  for (const scenario of scenarios) {
    const one = await runScenario(before.document, on(before, scenario), options)
    const two = await runScenario(after.document, on(after, scenario), options)
    for (const [index, step] of scenario.steps.entries()) {
      const [left, right] = [one.steps[index], two.steps[index]]
      if (!('request' in step) || !left || !right) continue
      const difference =
        left.result && right.result
          ? compareResults(left.result, right.result)
          : { differences: failureDifference(left, right), parting: null }
      compared.push({
        scenario: scenario.name,
        step: index + 1,
        request: step.request,
        before: left,
        after: right,
        difference,
      })
    }
  }
  return compared
}

/** A step that could not be run on one side has no result to compare. */
function failureDifference(before: StepResult, after: StepResult): Difference[] {
  const [one, two] = [before.failures.join(' ') || null, after.failures.join(' ') || null]
  return one === two ? [] : [{ what: 'run', before: one, after: two }]
}
