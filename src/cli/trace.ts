import { bare } from '#core/ground/names.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { headerRecord } from '#core/http/header-fields.ts'
import type { Json } from '#core/model/field.ts'
import type { RequestResult, ScenarioStep, Viewer, ViewerRequest } from '#core/model/scenario.ts'
import { InputFault } from '#core/trace/engine/input-fault.ts'
import { createSimulation, type Simulation } from '#core/trace/engine/simulation.ts'
import { hintsFor } from '#core/trace/explain/hints/index.ts'
import { notRunIn } from '#core/trace/explain/not-run.ts'
import { findLeaks } from '#core/trace/leaks.ts'
import { playerSteps } from '#core/trace/requests/player.ts'
import { scriptsFor } from '#core/trace/scenario/origin-scripts.ts'
import { leakText } from './leaks.ts'
import { createSandbox } from './sandbox.ts'
import { failureLines, oneDistribution, openSource } from './source.ts'
import { exitStatus, print, tell } from './status.ts'
import { type PlaceOf, tellStory } from './story.ts'

export interface TraceOptions {
  readonly url: string
  readonly method: string
  /** `name: value` each. */
  readonly headers: readonly string[]
  /** `key=value` each. */
  readonly viewer: readonly string[]
  /** `name=JSON` each. */
  readonly functionResults: readonly string[]
  readonly format: 'text' | 'json'
  readonly distribution?: string
  readonly parameters: Readonly<Record<string, string>>
  /** Send what a video player does. */
  readonly player?: boolean
  /** Also look for answers that reach the wrong viewer. */
  readonly leaks: boolean
}

function headerFields(lines: readonly string[]): Record<string, string | string[]> | undefined {
  const pairs = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, Math.max(0, colon)).trim(), line.slice(colon + 1).trim()] as const
  })
  return pairs.some(([name]) => name === '') ? undefined : headerRecord(pairs)
}

function viewerOf(pairs: readonly string[]): Viewer | undefined {
  if (pairs.some((pair) => pair.indexOf('=') <= 0)) return undefined
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )
}

/** What functions give back, by their names; undefined where one is not written so. */
function functionResultsOf(pairs: readonly string[]): Record<string, Json> | undefined {
  const results: Record<string, Json> = bare()
  for (const pair of pairs) {
    const equals = pair.indexOf('=')
    if (equals <= 0) return undefined
    try {
      results[pair.slice(0, equals)] = JSON.parse(pair.slice(equals + 1))
    } catch {
      return undefined
    }
  }
  return results
}

interface Traced {
  readonly cold: RequestResult
  readonly warm: RequestResult
}

/** The request twice, a second apart. An InputFault says what is wrong with it. */
async function traceTwice(simulation: Simulation, request: ViewerRequest): Promise<Result<Traced, string>> {
  try {
    const cold = await simulation.request(request)
    simulation.advance(1)
    return ok({ cold, warm: await simulation.request(request) })
  } catch (error) {
    if (error instanceof InputFault) return failed(error.message)
    throw error
  }
}

interface Request {
  readonly headers: Record<string, string | string[]>
  readonly viewer: Viewer
  readonly functionResults: Readonly<Record<string, Json>>
}

function requestParts(options: TraceOptions): Result<Request, string> {
  const headers = headerFields(options.headers)
  const viewer = viewerOf(options.viewer)
  if (!headers) return failed('Write -H as “name: value”.')
  if (!viewer) return failed('Write --viewer as name=value.')
  const functionResults = functionResultsOf(options.functionResults)
  return functionResults
    ? ok({ headers, viewer, functionResults })
    : failed('Write --function-result as name=JSON, with what the function returns.')
}

/** A result says which functions it is without. */
function withNotPlayed(result: RequestResult) {
  const notPlayed = notRunIn(result).map(({ name, at, why }) => ({ name, at, why }))
  return notPlayed.length === 0 ? result : { ...result, notPlayed }
}

interface Played {
  readonly request: ViewerRequest
  readonly result: RequestResult
}

/** Steps of a player, in the simulation that is there. An InputFault says what is wrong with a request. */
async function play(
  simulation: Simulation,
  steps: readonly ScenarioStep[],
): Promise<Result<readonly Played[], string>> {
  const played: Played[] = []
  try {
    for (const step of steps) {
      if ('advance' in step) simulation.advance(step.advance)
      if ('request' in step)
        played.push({ request: step.request, result: await simulation.request(step.request) })
    }
    return ok(played)
  } catch (error) {
    if (error instanceof InputFault) return failed(error.message)
    throw error
  }
}

async function toldPlay(
  design: string,
  played: Result<readonly Played[], string>,
  format: TraceOptions['format'],
): Promise<number> {
  if (!played.ok) {
    tell(played.error)
    return exitStatus.unreadable
  }
  const lines = played.value.map(({ request, result }) => {
    const { status, xCache, behavior, ttl } = result
    return `${status}  ${(xCache ?? 'no x-cache header').padEnd(24)}  ${behavior ?? 'no behavior'}  ${request.url}${ttl === null ? '' : `  stored for ${ttl} s`}`
  })
  const results = played.value.map(({ request, result }) => ({ url: request.url, ...withNotPlayed(result) }))
  await print(format === 'json' ? JSON.stringify({ design, results }, null, 2) : lines.join('\n'))
  return exitStatus.ok
}

/** `frontage trace`: one request through a cold distribution, then the same again warm. */
export async function trace(file: string, options: TraceOptions): Promise<number> {
  const parts = requestParts(options)
  if (!parts.ok) {
    tell(parts.error)
    return exitStatus.unreadable
  }
  const opened = await openSource(file, options.parameters)
  if (!opened.ok) {
    for (const line of failureLines(opened.error)) tell(line)
    return exitStatus.unreadable
  }
  const { document, locate } = opened.value
  const chosen = oneDistribution(document, options.distribution)
  if (!chosen.ok) {
    tell(`${file}: ${chosen.error}`)
    return exitStatus.unreadable
  }
  const distribution = chosen.value
  const origins = scriptsFor(document, distribution)
  const runner = createSandbox()
  const { functionResults: given, ...sent } = parts.value
  const functionResults = { ...document.functionResults, ...given }
  const simulation = createSimulation({ document, distribution, origins, runner, functionResults })
  const request = { method: options.method, url: options.url, ...sent }
  if (options.player) {
    const steps = playerSteps(document, distribution, request)
    const played = await play(simulation, steps)
    runner.dispose()
    return toldPlay(distribution, played, options.format)
  }
  const traced = await traceTwice(simulation, request)
  const leaks =
    options.leaks && traced.ok
      ? await findLeaks({ document, distribution, origins, runner, requests: [request] })
      : undefined
  runner.dispose()
  if (!traced.ok) {
    tell(traced.error)
    return exitStatus.unreadable
  }
  const { cold, warm } = traced.value
  const placeOf: PlaceOf = (path) => {
    const place = locate(path)
    return place && `${file}:${place.line}:${place.column}`
  }
  const story = (heading: string, result: RequestResult) =>
    tellStory(heading, result, hintsFor({ document, distribution, request, result }), placeOf)
  await print(
    options.format === 'json'
      ? JSON.stringify(
          { design: distribution, results: [cold, warm].map(withNotPlayed), ...(leaks && { leaks }) },
          null,
          2,
        )
      : `${story(`${options.method} ${options.url} (cold)`, cold)}\n${story('the same, one second later (warm)', warm)}${leaks ? `\n${leakText(leaks)}` : ''}`,
  )
  return exitStatus.ok
}
