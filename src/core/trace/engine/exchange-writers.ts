/** Who writes which field of an exchange; a test holds the stages to it over every scenario. */
import type { Exchange } from './exchange.ts'
import type { StageId } from './pipeline.ts'

/** A stage, or the pipeline between two stages. */
export type Writer = StageId | 'pipeline'

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
/** The fields that may be assigned. */
type ExchangeField = {
  [Key in keyof Exchange]-?: Exchange[Key] extends (...given: never) => unknown
    ? never
    : Same<Pick<Exchange, Key>, Writable<Pick<Exchange, Key>>> extends true
      ? Key
      : never
}[keyof Exchange]

/** Stages that may end the way to the origin with an answer of CloudFront's own. */
const refusing = [
  'distribution',
  'viewer-mtls',
  'request-form',
  'web-acl',
  'geo-restriction',
  'viewer-protocol-policy',
  'allowed-methods',
  'signed-request',
] as const satisfies readonly StageId[]
const functions = [
  'viewer-request-function',
  'origin-request-function',
  'origin-response-function',
  'viewer-response-function',
] as const satisfies readonly StageId[]
const tiers = ['edge-cache', 'regional-edge-cache', 'origin-shield'] as const satisfies readonly StageId[]

export const writersOf: Readonly<Record<ExchangeField, readonly Writer[]>> = {
  // Set once, by whoever sends the request on its way.
  recorder: [],
  onAnswer: [],
  origins: [],
  isErrorPage: [],
  viewerPath: [],
  // On the way in.
  distribution: ['distribution'],
  isStaging: ['distribution'],
  tenant: ['distribution'],
  isConnectionRefused: ['viewer-mtls'],
  stickyCookie: ['distribution'],
  blockedBy: ['web-acl'],
  behavior: ['cache-behavior'],
  verdictUntil: ['signed-request'],
  functionTarget: ['viewer-request-function'],
  certificateCalls: ['viewer-request-function'],
  // The caches.
  acceptEncoding: ['cache-key'],
  keyQuery: ['cache-key'],
  keyHeaders: ['cache-key'],
  keyCookies: ['cache-key'],
  cacheKeyText: ['cache-key'],
  tiers: ['edge-cache'],
  found: [...tiers, 'revalidation', 'pipeline'],
  foundTier: [...tiers, 'revalidation'],
  stale: [...tiers, 'pipeline'],
  refreshesBehind: tiers,
  // The origins.
  originIndex: ['pipeline'],
  nextOrigin: ['origin-failover', 'pipeline'],
  originRequest: ['origin-request', 'origin-request-function'],
  encryptedFields: ['field-level-encryption'],
  originResponse: [
    'origin-request',
    'origin-access',
    'field-level-encryption',
    'origin-request-function',
    'origin-fetch',
    'origin-response',
    'revalidation',
  ],
  originFault: ['origin-request', 'origin-fetch'],
  attempts: ['origin-fetch', 'custom-error-response', 'origin-access'],
  duration: ['origin-fetch', 'custom-error-response'],
  // What becomes of the answer.
  isRefreshed: ['revalidation'],
  servesStale: ['revalidation'],
  stored: ['cache-store'],
  ttl: ['cache-store'],
  // The way back.
  response: [...refusing, ...functions, 'viewer-answer', 'custom-error-response', 'pipeline'],
  resultType: [...refusing, ...functions, 'viewer-answer', 'pipeline'],
  detailedResultType: [...refusing, ...functions, 'viewer-answer', 'pipeline'],
  servedBy: [...functions, 'viewer-answer', 'pipeline'],
  errorStatus: ['custom-error-response'],
}
