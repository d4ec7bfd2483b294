/** True where an `Accept-Encoding` field allows a coding (RFC 9110 §12.5.3): listed, or by `*`, and not `q=0`. */
export function acceptsCoding(field: string | null, coding: string): boolean {
  if (field === null) return false
  let star = false
  for (const item of field.split(',')) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase())
    const refused = parameters.some((parameter) => /^q\s*=\s*0(\.0*)?$/.test(parameter))
    if (name === coding) return !refused
    if (name === '*' && !refused) star = true
  }
  return star
}

/**
 * Accept-Encoding as CloudFront writes it into the cache key and sends it to the origin: of `br,gzip` what the viewer
 * accepts and the settings allow; null where nothing is left.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cache-key-understand-cache-policy.html
 */
export function normalizeAcceptEncoding(
  field: string | null,
  allowed: { readonly gzip: boolean; readonly brotli: boolean },
): string | null {
  if (field === null) return null
  const known = normalized.get(field)?.[allowedIndex(allowed)]
  if (known !== undefined) return known
  const brotli = allowed.brotli && acceptsCoding(field, 'br')
  const gzip = allowed.gzip && acceptsCoding(field, 'gzip')
  const value = brotli ? (gzip ? 'br,gzip' : 'br') : gzip ? 'gzip' : null
  if (normalized.size >= rememberedFields) normalized.clear()
  const values = normalized.get(field) ?? []
  values[allowedIndex(allowed)] = value
  normalized.set(field, values)
  return value
}

/** Browsers send a handful of different fields, so each is looked into once per setting. */
const normalized = new Map<string, (string | null)[]>()
const rememberedFields = 500
const allowedIndex = ({ gzip, brotli }: { readonly gzip: boolean; readonly brotli: boolean }) =>
  (gzip ? 1 : 0) + (brotli ? 2 : 0)
