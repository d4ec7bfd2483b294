/** Where on the drawing each step of a traced request takes place, and what each cache says of it. */
import type { RequestResult, TraceEvent } from '#core/model/scenario.ts'
import { stageList } from '#core/trace/engine/pipeline.ts'
import type { Station } from '#core/trace/engine/stage.ts'
import type { Outcome } from '#things/outcome.ts'

const places = new Map<string, Station>(stageList.map(({ id, at }) => [id, at]))

/** The station of a step; what no stage told is said of the whole. */
export const stationOf = ({ stage }: Pick<TraceEvent, 'stage'>): Station => places.get(stage) ?? 'head'

const cacheStages = { edge: 'edge-cache', region: 'regional-edge-cache', shield: 'origin-shield' } as const
export type Cache = keyof typeof cacheStages

/** The cache that a step looks into; undefined where it does something else. */
export const cacheAt = ({ stage }: Pick<TraceEvent, 'stage'>): Cache | undefined =>
  (Object.keys(cacheStages) as Cache[]).find((cache) => cacheStages[cache] === stage)

/** What a cache had for the request: something fresh, something to be checked, or nothing. Undefined where it was not asked. */
export interface Had {
  readonly outcome: Outcome
  readonly text: string
}

const spans = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
] as const
function span(seconds: number): string {
  const [size, unit] = spans.find(([size]) => seconds >= 2 * size) ?? [1, 's']
  return `${Math.round(seconds / size)} ${unit}`
}

export function cacheHad({ events }: Pick<RequestResult, 'events'>, cache: Cache): Had | undefined {
  const event = events.find(({ stage }) => stage === cacheStages[cache])
  if (!event) return undefined
  const { said } = event
  if (said?.is === 'fresh') return { outcome: 'hit', text: `${said.place}: fresh, ${span(said.left)} left` }
  // What is checked with the origin was expired in the cache that was asked last.
  const isChecked = events.some(({ stage }) => stage === 'revalidation')
  return isChecked ? { outcome: 'refresh', text: 'expired' } : { outcome: 'miss', text: 'nothing' }
}
