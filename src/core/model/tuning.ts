/** A change of caching that was found to pay, as data: a search names it, and the design's edits make it. */
export type Tuning =
  | {
      readonly kind: 'leave-out'
      /** The behavior's path pattern; `*` is the default one. */
      readonly pattern: string
      readonly part: 'query string' | 'header' | 'cookie'
      readonly names: readonly string[]
    }
  | { readonly kind: 'lengthen'; readonly pattern: string; readonly seconds: number }
  /** Files of one pattern get a behavior of their own, before the one that serves them now. */
  | { readonly kind: 'split'; readonly pattern: string; readonly files: string }

/** TTLs alone, in seconds: the minimum stays, and with it what the origin says of its answers. */
export interface TtlTuning {
  readonly kind: 'ttl'
  readonly pattern: string
  readonly ttls: { readonly DefaultTTL?: number; readonly MaxTTL?: number }
}
