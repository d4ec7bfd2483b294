/** Sends requests through a design as the `trace` command does, one after the other. */

import { createSandbox } from '#cli/sandbox.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { RequestResult, ViewerRequest } from '#core/model/scenario.ts'
import { InputFault } from '#core/trace/engine/input-fault.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { scriptsFor } from '#core/trace/scenario/origin-scripts.ts'
import type { OpenedDistribution } from './given.ts'

/** Each request's result, in order, with `seconds` of the simulated clock between them. */
export async function play(
  { opened: { document }, distribution }: OpenedDistribution,
  requests: readonly ViewerRequest[],
  seconds: number,
): Promise<Result<readonly RequestResult[], string>> {
  const runner = createSandbox()
  const origins = scriptsFor(document, distribution)
  const simulation = createSimulation({ document, distribution, origins, runner })
  const results: RequestResult[] = []
  try {
    for (const [index, request] of requests.entries()) {
      if (index > 0) simulation.advance(seconds)
      results.push(await simulation.request(request))
    }
    return ok(results)
  } catch (error) {
    if (error instanceof InputFault) return failed(error.message)
    throw error
  } finally {
    runner.dispose()
  }
}
