/** Conditional requests (RFC 9110 §13). */
import { parseHttpDate } from './dates.ts'
import { type HeaderFields, listItems } from './header-fields.ts'

export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

const opaque = (etag: string) => etag.replace(/^W\//, '')

/** Weak comparison (§8.8.3.2): `W/"a"` and `"a"` are the same. */
export const isSameEtag = (a: string, b: string): boolean => opaque(a) === opaque(b)

/** `"abc"` or `W/"abc"`. */
export const isEtag = (text: string): boolean => /^(W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/.test(text)

/** True where a GET or HEAD with these fields is answered 304 for a representation with these validators. */
export function isNotModified(request: HeaderFields, { etag, lastModified }: Validators): boolean {
  const noneMatch = request.combined('if-none-match')
  if (noneMatch !== null)
    return (
      noneMatch.trim() === '*' ||
      (etag !== null && listItems(noneMatch).some((candidate) => isSameEtag(candidate, etag)))
    )
  const since = parseHttpDate(request.first('if-modified-since'))
  const modified = parseHttpDate(lastModified)
  return since !== null && modified !== null && modified <= since
}

/** True where `If-Range` allows the range to be served from this representation (§13.1.5). */
export function allowsRange(request: HeaderFields, { etag, lastModified }: Validators): boolean {
  const condition = request.first('if-range')
  if (condition === null) return true
  if (isEtag(condition)) return condition === etag && !condition.startsWith('W/')
  return condition === lastModified
}
