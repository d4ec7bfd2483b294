/**
 * A message as the function stages hold it, and what a function may make of it. The event modules turn these into AWS's
 * shapes and back; they know nothing of caches, behaviors or stages.
 */
import type { HeaderFields } from '#core/http/header-fields.ts'
import type { Json, JsonObject } from '#core/model/field.ts'

export type EdgeEvent = 'viewer-request' | 'viewer-response' | 'origin-request' | 'origin-response'

export interface EdgeRequest {
  readonly method: string
  readonly uri: string
  /** Raw, without `?`. */
  readonly querystring: string
  /** Host included. */
  readonly headers: HeaderFields
  readonly body: string
}

export interface EdgeResponse {
  readonly status: number
  readonly statusDescription: string
  readonly headers: HeaderFields
  /** Undefined where a response keeps the body it has. */
  readonly body?: string
}

/** The origin an origin-event request is on its way to. */
export interface EdgeOrigin {
  readonly protocol: 'http' | 'https'
  readonly domainName: string
  readonly port: number
  readonly originPath: string
  /** Seconds. */
  readonly readTimeout: number
  /** The origin's own headers, which CloudFront adds to each request. */
  readonly customHeaders?: readonly (readonly [name: string, value: string])[]
  /** Of a bucket: by whom its requests are signed. */
  readonly authMethod?: 'none' | 'origin-access-identity'
}

export interface EdgeInput {
  readonly event: EdgeEvent
  readonly distributionId: string
  readonly distributionDomainName: string
  readonly requestId: string
  readonly viewerIp: string
  readonly request: EdgeRequest
  readonly response?: EdgeResponse
  readonly origin?: EdgeOrigin
  readonly includeBody: boolean
}

export interface EdgeOriginChange {
  readonly domainName?: string
  readonly protocol?: 'http' | 'https'
  readonly port?: number
  readonly path?: string
  readonly readTimeout?: number
  readonly customHeaders?: readonly (readonly [name: string, value: string])[]
}

export type EdgeOutput =
  | { readonly kind: 'request'; readonly request: EdgeRequest; readonly origin?: EdgeOriginChange }
  | { readonly kind: 'response'; readonly response: EdgeResponse }
  /** What CloudFront refuses with 502 (`FunctionValidationError`, `LambdaValidationError`), in one sentence. */
  | { readonly kind: 'refused'; readonly reason: string }

/** Thrown inside an event module for what CloudFront refuses; its `fromResult` turns it into a `refused` output. */
export class Refusal extends Error {}

/** The fields of a plain object; anything else is refused with the sentence given. */
export function objectOf(value: Json | undefined, otherwise: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal(otherwise)
  // Arrays and null are gone; the type guard does not narrow readonly arrays.
  return value as JsonObject
}

/** Runs a reading of what a handler gave back; a refusal becomes an output. */
export function refusedOr(read: () => EdgeOutput): EdgeOutput {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', reason: error.message }
    throw error
  }
}
