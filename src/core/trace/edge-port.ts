/**
 * What the function stages need of the modules that know AWS's event shapes: an event from a message, and a message from
 * what a handler gave back. One codec for CloudFront Functions, one for Lambda@Edge.
 */
import type { HeaderFields } from '#core/http/header-fields.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import type { CompiledFunction, FunctionEvent } from './compiled.ts'
import type { OriginRequest } from './exchange.ts'

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
export interface EdgeInput {
  readonly event: FunctionEvent
  readonly distributionId: string
  readonly distributionDomainName: string
  readonly requestId: string
  readonly viewerIp: string
  readonly request: EdgeRequest
  /** On response events. */
  readonly response?: EdgeResponse
  /** On origin events. */
  readonly origin?: OriginRequest
  readonly includeBody: boolean
}

/** What an origin-request function may say of the origin. */
export interface OriginChange {
  readonly domainName?: string
  readonly protocol?: 'http' | 'https'
  readonly port?: number
  readonly path?: string
  readonly readTimeout?: number
  readonly customHeaders?: readonly (readonly [name: string, value: string])[]
}

export type EdgeOutput =
  | { readonly kind: 'request'; readonly request: EdgeRequest; readonly origin?: OriginChange }
  | { readonly kind: 'response'; readonly response: EdgeResponse }
  /** What CloudFront refuses with 502, in one sentence. */
  | { readonly kind: 'refused'; readonly reason: string }

export interface EventCodec {
  toEvent(input: EdgeInput): JsonObject
  /** `value` is what the handler gave back; undefined where that was nothing. */
  fromResult(value: Json | undefined, input: EdgeInput): EdgeOutput
  /** What CloudFront refuses before it runs the code, in one sentence. */
  refusal?(fn: CompiledFunction): string | null
}

export interface EventCodecs {
  readonly 'cloudfront-function': EventCodec
  readonly 'lambda@edge': EventCodec
}
