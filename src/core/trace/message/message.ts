/** What goes between viewer, CloudFront and origin, and the words of the story that is told of it. */
import type { Body } from '#core/http/body.ts'
import type { HeaderFields } from '#core/http/header-fields.ts'
import type { Path } from '#core/model/path.ts'
import type { OriginFault, Said, Viewer } from '#core/model/scenario.ts'
import type { CompiledOrigin } from '#core/trace/compile/compiled.ts'

export interface EngineRequest {
  method: string
  protocol: 'http' | 'https'
  host: string
  path: string
  query: string
  headers: HeaderFields
  body: string
  viewer: Viewer
  /** As the client wrote it; null where it was given in parts. */
  url: string | null
}

export interface EngineResponse {
  status: number
  headers: HeaderFields
  body: Body
  /** Content coding that CloudFront applied, and the bytes it came to. */
  encodedSize: number | null
  /** Who made it: decides which response stages apply. */
  from: 'edge' | 'cache' | 'origin' | 'viewer-request-function'
}

export type OriginAnswer =
  | { readonly status: number; readonly headers: HeaderFields; readonly body: Body }
  | { readonly error: OriginFault }

/** What is sent to an origin; origin-request functions may change every part of it. */
export interface OriginRequest {
  origin: CompiledOrigin
  method: string
  protocol: 'http' | 'https'
  domainName: string
  port: number
  /** With the origin path. */
  originPath: string
  path: string
  query: string
  headers: HeaderFields
  body: string
  readTimeout: number
}

/** How the story calls what happened; the standard log's words. */
export type ResultType =
  | 'Hit'
  | 'RefreshHit'
  | 'Miss'
  | 'LimitExceeded'
  | 'CapacityExceeded'
  | 'Error'
  | 'Redirect'
  | 'FunctionGeneratedResponse'
  | 'FunctionExecutionError'
  | 'FunctionValidationError'
  | 'LambdaGeneratedResponse'
  | 'LambdaExecutionError'
  | 'LambdaValidationError'
  | 'LambdaLimitExceeded'

/**
 * Tells one step of the story. `because` leads to the settings that caused it; `basis` is what this decision rests on,
 * where that is not what the stage as a whole does.
 */
export type Note = (
  told: string | Said,
  because?: readonly (Path | null)[],
  basis?: Basis,
  duration?: number,
) => void

/** What a decision rests on: a page of AWS's, our reading where AWS is silent, or what people saw CloudFront do. */
export type Basis =
  | { readonly documented: string }
  | { readonly inferred: string; readonly docs?: string }
  | { readonly observed: string; readonly docs?: string }

/** What the story says of the stage that tells. */
export interface Teller {
  readonly id: string
  readonly title: string
  readonly basis: Basis
}
