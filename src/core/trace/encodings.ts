import { gzipSync } from 'fflate'

/**
 * The size of a body after encoding. gzip is really done; for Brotli, and for a body of which only the size is known,
 * the size is an estimate from gzip's.
 */
export async function encodedSize(bytes: Uint8Array, size: number, coding: 'br' | 'gzip'): Promise<number> {
  if (bytes.length === 0) return Math.round(size * (coding === 'br' ? 0.25 : 0.3))
  const zipped = gzipSync(bytes, { level: 6, mtime: 0 }).length
  return coding === 'gzip' ? zipped : Math.round(zipped * 0.85)
}
