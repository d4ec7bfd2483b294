/** What a parser of HTTP words gives back: the value, or one sentence on why there is none. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: string }

export const ok = <Value>(value: Value): Parsed<Value> => ({ ok: true, value })
export const failed = <Value>(error: string): Parsed<Value> => ({ ok: false, error })
