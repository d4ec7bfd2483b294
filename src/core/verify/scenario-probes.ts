/** The viewers' side of scenarios, as far as it can be played at a real endpoint. */
import type { Scenario, ScenarioStep, ViewerRequest } from '#core/model/scenario.ts'
import type { Probe } from './probes.ts'

export interface Skipped {
  readonly scenario: string
  /** A clause. */
  readonly why: string
}

/** Methods that change nothing at an origin. */
const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What only a simulation can choose. */
const unreal = ['country', 'pop', 'ip', 'httpVersion'] as const

function whyNot(request: ViewerRequest): string | null {
  const method = (request.method ?? 'GET').toUpperCase()
  if (!harmless.has(method)) return `${method} may change something at the origin`
  const wish = unreal.find((name) => request.viewer?.[name] !== undefined)
  return wish === undefined ? null : `a real viewer does not choose its ${wish}`
}

const nameOf = (step: ScenarioStep) => Object.keys(step)[0] ?? 'step'

/** The requests of a scenario up to the first step that the real clock and caches do not take. */
export function probesOfScenario(scenario: Scenario): { probes: Probe[]; skipped: Skipped[] } {
  const probes: Probe[] = []
  const skipped: Skipped[] = []
  const { name } = scenario
  for (const step of scenario.steps) {
    if (!('request' in step)) {
      if ('function' in step) continue
      skipped.push({
        scenario: name,
        why: `“${nameOf(step)}” and what comes after it cannot be played at an endpoint`,
      })
      break
    }
    const why = whyNot(step.request)
    if (why !== null) skipped.push({ scenario: name, why })
    else probes.push({ request: step.request, shows: `“${name}”`, mayBeWarm: true })
  }
  return { probes, skipped }
}
