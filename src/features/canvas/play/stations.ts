/** Where on the drawing each step of a traced request takes place, and what each cache says of it. */
import type { RequestResult, TraceEvent } from '#core/model/scenario.ts'
import type { StageId } from '#core/trace/engine/pipeline.ts'
import type { Outcome } from '#things/outcome.ts'

export type Station = 'viewer' | 'head' | 'row' | 'edge' | 'region' | 'shield' | 'origin'

/** Functions at the origin's side run in the regional caches; what is answered goes back through the behavior. */
const places: Readonly<Record<StageId, Station>> = {
  distribution: 'head',
  'viewer-mtls': 'head',
  'web-acl': 'head',
  'request-form': 'head',
  'geo-restriction': 'head',
  'default-root-object': 'head',
  'cache-behavior': 'row',
  'viewer-protocol-policy': 'row',
  'allowed-methods': 'row',
  'signed-request': 'row',
  'field-level-encryption': 'row',
  'viewer-request-function': 'row',
  'cache-key': 'edge',
  'edge-cache': 'edge',
  'regional-edge-cache': 'region',
  'origin-shield': 'shield',
  'origin-request-function': 'region',
  revalidation: 'region',
  'origin-request': 'region',
  'origin-access': 'origin',
  'origin-fetch': 'origin',
  'origin-failover': 'region',
  'origin-response': 'region',
  'origin-response-function': 'region',
  'cache-store': 'region',
  compression: 'edge',
  'custom-error-response': 'row',
  'response-headers-policy': 'row',
  'viewer-response-function': 'row',
  'viewer-answer': 'row',
  'response-headers': 'viewer',
}

/** The station of a step; what no stage told is said of the whole. */
export const stationOf = ({ stage }: Pick<TraceEvent, 'stage'>): Station =>
  Object.hasOwn(places, stage) ? places[stage as StageId] : 'head'

const cacheStages = { edge: 'edge-cache', region: 'regional-edge-cache', shield: 'origin-shield' } as const
export type Cache = keyof typeof cacheStages

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
