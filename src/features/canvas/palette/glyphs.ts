/** The picture of each item of the palette; those managed by AWS share the pictures of their kinds. */
import type { GlyphName } from '#ui/Glyph.tsx'
import type { PaletteItem } from './item.ts'

const glyphs: Readonly<Record<string, GlyphName>> = {
  's3-bucket': 'bucket',
  's3-website': 'website',
  'load-balancer': 'balancer',
  'api-gateway': 'api',
  'lambda-url': 'lambda',
  'media-package': 'video',
  vpc: 'private',
  custom: 'server',
  behavior: 'behavior',
  group: 'group',
  distribution: 'distribution',
  staging: 'staging',
  'cache-policy': 'policy',
  'origin-request-policy': 'forward',
  'response-headers-policy': 'headers',
  function: 'function',
  'lambda-edge': 'lambda',
  'key-value-store': 'store',
  oac: 'access',
  'oac-lambda': 'access',
  'public-key': 'key',
  'key-group': 'key',
  certificate: 'certificate',
  'web-acl': 'firewall',
  'geo-restriction': 'place',
  'error-response': 'error',
  logging: 'log',
  'cache policy': 'policy',
  'origin request policy': 'forward',
  'response headers policy': 'headers',
}

export const glyphOf = ({ id, hint }: Pick<PaletteItem, 'id' | 'hint'>): GlyphName =>
  glyphs[id.startsWith('managed ') ? hint : id] ?? 'resource'
