import { gzipSync } from 'fflate'
import { type Body, bodyBytes } from '#core/http/body.ts'

export type Coding = 'br' | 'gzip'

/** Sizes of texts that were encoded before: an origin sends the same body again and again. */
const sizes = new Map<string, number>()
const rememberedTexts = 200
/** Brotli's size beside gzip's, on text, at the levels that a server uses. */
const brotliRatio = 0.85
/** For a body of which only the size is known. */
const gzipRatio = 0.3

function gzipSize(body: Body): number {
  const { content, size } = body
  if (content.length === 0) return Math.round(size * gzipRatio)
  const known = typeof content === 'string' ? sizes.get(content) : undefined
  if (known !== undefined) return known
  const zipped = gzipSync(bodyBytes(body), { level: 6, mtime: 0 }).length
  if (typeof content === 'string') {
    if (sizes.size >= rememberedTexts) sizes.clear()
    sizes.set(content, zipped)
  }
  return zipped
}

/**
 * The size of a body after encoding, in bytes. gzip is really done; for Brotli, and for a body of which only the size is
 * known, the size is an estimate from gzip's.
 */
export const encodedSize = (body: Body, coding: Coding): number =>
  coding === 'gzip' ? gzipSize(body) : Math.round(gzipSize(body) * brotliRatio)
