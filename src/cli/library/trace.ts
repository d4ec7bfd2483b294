/** The engine as a library; its types are trace-api.ts. */
import { createSandbox } from '#cli/sandbox.ts'
import { oneDistribution } from '#cli/source.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'
import { scriptsFor } from '#core/trace/scenario/origin-scripts.ts'
import { openedFor, orThrow } from './opened-for.ts'
import type * as api from './trace-api.ts'

const asRequest = (request: api.Request | string): api.Request =>
  typeof request === 'string' ? { url: request } : request

export const openDistribution: typeof api.openDistribution = async (source, settings = {}) => {
  const { parameters = {}, origins = {}, now } = settings
  const [opened, another] = await openedFor(source, parameters)
  if (!opened || another) throw new Error('Name a source with one design; this folder has another number.')
  const { document } = opened
  const id = orThrow(oneDistribution(document, settings.distribution))
  const runner = createSandbox()
  const simulation = createSimulation({
    document,
    distribution: id,
    origins: { ...scriptsFor(document, id), ...origins },
    runner,
    ...(now !== undefined && { now }),
  })
  return {
    id,
    request: async (request) => {
      const { viewer = {}, ...rest } = asRequest(request)
      return simulation.request({ ...rest, viewer: { ...viewer } })
    },
    advance: (seconds) => simulation.advance(seconds),
    invalidate: (paths) => simulation.invalidate(paths).removed,
    evict: (tier, pop) => simulation.evict({ tier, ...(pop !== undefined && { pop }) }),
    close: () => runner.dispose(),
  }
}

export const trace: typeof api.trace = async (source, request, settings) => {
  const distribution = await openDistribution(source, settings)
  try {
    const cold = await distribution.request(request)
    distribution.advance(1)
    return { cold, warm: await distribution.request(request) }
  } finally {
    distribution.close()
  }
}
