/**
 * A web ACL made ready: its rules in the order of their priorities.
 * https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-processing.html
 */
import type { HeaderFields } from '#core/http/header-fields.ts'
import type { Path } from '#core/model/path.ts'

/** What AWS WAF looks at. `labels` grow as rules match. */
export interface WafRequest {
  readonly method: string
  readonly path: string
  readonly query: string
  /** Host included. */
  readonly headers: HeaderFields
  readonly body: string
  readonly ip: string
  readonly country: string | null
  readonly asn: string | null
  readonly ja3: string | null
  readonly ja4: string | null
  /** Milliseconds of the simulated clock. */
  readonly now: number
  readonly labels: Set<string>
}

/** Requests counted by rate-based rules: for each rule and key the times at which they came. */
export type RateCounts = Map<string, number[]>

/** Whether a statement matches; what it counts is kept in `counts`. */
export type Matcher = (request: WafRequest, counts: RateCounts) => boolean

export interface CustomResponse {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: { readonly type: string; readonly text: string } | null
}
export type WafAction =
  | { readonly kind: 'allow' | 'count' | 'captcha' | 'challenge'; readonly insert: CustomResponse['headers'] }
  | { readonly kind: 'block'; readonly response: CustomResponse | null }

/** The rules of a group in the design, or a group of AWS's or a vendor's, whose verdict is scripted. */
export type WafGroup = {
  readonly name: string
  readonly rules: readonly WafRule[] | null
  /** The group's verdict is counted only. */
  readonly countsOnly: boolean
  readonly scopeDown: Matcher | null
  /** What of the scope-down statement the trace cannot play, so that the group looks at every request. */
  readonly unplayedScope: string | null
}

export interface WafRule {
  readonly name: string
  readonly labels: readonly string[]
  /** Null where only a script can tell; `unplayed` says why. */
  readonly matches: Matcher | null
  readonly unplayed: string | null
  readonly action: WafAction
  readonly group: WafGroup | null
  readonly path: Path
}

export interface CompiledWebAcl {
  readonly name: string
  /** Null where the rules stand elsewhere, so that the request has to script the verdict. */
  readonly rules: readonly WafRule[] | null
  readonly defaultAction: WafAction
  /** A rule counts requests over time, so the same request may have another outcome later. */
  readonly isRateBased: boolean
  readonly path: Path
}
