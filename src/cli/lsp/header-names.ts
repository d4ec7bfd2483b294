/** Names of headers that people put into policies: CloudFront's own, and those that origins and caches commonly read. */

import { derivedHeaders } from '#core/trace/engine/viewer-headers.ts'

const cased = (name: string): string =>
  name
    .replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase())
    .replace('Cloudfront', 'CloudFront')

const common = [
  'Accept',
  'Accept-Language',
  'Authorization',
  'Content-Type',
  'Origin',
  'Referer',
  'User-Agent',
  'Access-Control-Request-Headers',
  'Access-Control-Request-Method',
  'X-Forwarded-For',
]

export const headerNames: readonly string[] = [...common, ...derivedHeaders.map(cased)]
