/**
 * Required tests of the HTTP cache suite that fail, by what asks for it: a page of CloudFront's, or of today's RFC 9111,
 * which is newer than this version of the suite.
 */
const guide = 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/'
const rfc = 'https://www.rfc-editor.org/rfc/rfc9111#section-'
const parts = (prefix: string, ...ends: readonly string[]): string[] => ends.map((end) => `${prefix}-${end}`)

export const documentedFailures: readonly {
  readonly why: string
  readonly page: string
  readonly ids: readonly string[]
}[] = [
  {
    why: 'Vary makes no difference: values that are not in the cache key are taken out of it.',
    page: `${guide}RequestAndResponseBehaviorCustomOrigin.html`,
    ids: parts(
      'vary',
      'no-match',
      'omit-stored',
      'omit',
      '2-no-match',
      '2-match-omit',
      '3-no-match',
      '3-order',
    ),
  },
  {
    why: 'Errors are kept for the error caching minimum TTL, 10 s, whatever the origin says.',
    page: `${guide}HTTPStatusCodes.html`,
    ids: [
      ...['404', '500', '502', '503', '504'].map((status) => `status-${status}-stale`),
      ...['502', '503', '504'].map((status) => `heuristic-${status}-not_cached`),
    ],
  },
  {
    why: 'An object leaves the caches by its lifetime or an invalidation; no request of a viewer drops it.',
    page: `${guide}Invalidation.html`,
    ids: [
      ...parts('invalidate', 'POST', 'PUT', 'DELETE'),
      ...['POST', 'PUT', 'DELETE'].flatMap((method) => parts(`invalidate-${method}`, 'location', 'cl')),
      'invalidate-M-SEARCH-location',
    ],
  },
  {
    why: 'When the origin is not available, the expired object is served.',
    page: `${guide}RequestAndResponseBehaviorCustomOrigin.html#ResponseCustomOriginUnavailable`,
    ids: parts('stale-close', 's-maxage=2'),
  },
  {
    why: 'The expired object is not served: the answer is CloudFront’s own 502, which the suite takes for one from the cache.',
    page: `${guide}http-502-bad-gateway.html`,
    ids: parts('stale-close', 'must-revalidate', 'proxy-revalidate', 'no-cache'),
  },
  {
    why: 'Authorization makes a difference only where it is in the cache key.',
    page: `${guide}understanding-the-cache-key.html`,
    ids: ['other-authorization'],
  },
  {
    why: 'Only Cache-Control and Expires decide; AWS documents no Surrogate-Control.',
    page: `${guide}Expiration.html`,
    ids: parts('surrogate', 'no-store-cc-fresh', 'fresh-cc-nostore'),
  },
  {
    why: 'AWS is silent; of a malformed or repeated Age the first number counts, else it is ignored.',
    page: `${rfc}5.1`,
    ids: parts(
      'age-parse',
      'nonnumeric',
      'negative',
      'float',
      'prefix-twoline',
      'dup-0',
      'dup-0-twoline',
      'dup-old',
      'parameter',
      'numeric-parameter',
    ),
  },
  {
    why: 'AWS is silent; a 304 updates every field that it brings.',
    page: `${rfc}3.2`,
    ids: parts('304-etag-update-response', 'Content-MD5', 'ETag'),
  },
]
