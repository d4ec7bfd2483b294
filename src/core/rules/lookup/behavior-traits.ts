/** What a behavior is for, as far as its settings tell. */
import type { Behavior, DesignDocument } from '#core/model/document.ts'
import { isWhollyKnown, known, knownItems } from '#core/model/field.ts'
import { originKindOf } from '#core/origins/index.ts'
import { isWebSocketPath } from './protocols.ts'
import { originsBehind, type PlacedDistribution } from './walk.ts'

interface Placed {
  readonly distribution: PlacedDistribution
  readonly behavior: Behavior
}

/** The methods that viewers may use; undefined where that is left to the deployment. GET and HEAD by default. */
export function methodsOf({ AllowedMethods: field }: Behavior): readonly string[] | undefined {
  if (field === undefined) return ['GET', 'HEAD']
  const items = known(field)?.Items
  return items && isWhollyKnown(items) ? knownItems(items) : undefined
}

export const takesWrites = (behavior: Behavior): boolean => methodsOf(behavior)?.includes('POST') ?? false

/** The kinds of origin behind a behavior that are known. */
export const kindsBehind = (document: DesignDocument, placed: Placed) =>
  originsBehind(placed).flatMap(({ value }) => originKindOf(document, value) ?? [])

/** Whether every origin behind a behavior is a bucket's REST endpoint. */
export const isBucketBehind = (document: DesignDocument, placed: Placed): boolean => {
  const kinds = kindsBehind(document, placed)
  return kinds.length > 0 && kinds.every(({ isBucket }) => isBucket === true)
}

/** Whether a behavior leads to an API: by its kind of origin, or by its path and methods. */
export function isApi(document: DesignDocument, placed: Placed): boolean {
  const kinds = kindsBehind(document, placed)
  if (kinds.some(({ id }) => id === 'api-gateway' || id === 'lambda-url')) return true
  const pattern = known(placed.behavior.PathPattern) ?? ''
  return /(^|[/_-])(api|graphql|rest|rpc)([/_*-]|$)/i.test(pattern) && takesWrites(placed.behavior)
}

/** Whether a behavior is for WebSocket connections: by its path, or by an endpoint that takes nothing else. */
export const isWebSocket = (document: DesignDocument, placed: Placed): boolean =>
  isWebSocketPath(placed.behavior) ||
  kindsBehind(document, placed).some(({ id }) => id === 'app-sync-realtime')
