/** What stands in for the origins of a design: its own scripts, and presets to begin one with. */
import { distributionsIn, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { OriginRule, ScriptedOrigins } from '#core/model/scenario.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { liveStream } from '#core/trace/requests/player.ts'

/** Files that an origin of which nothing is known serves as what they are; anything else is a page. */
const fileTypes = {
  '*.css': 'text/css',
  '*.js': 'text/javascript',
  '*.json': 'application/json',
  '*.xml': 'application/xml',
  '*.txt': 'text/plain',
  '*.svg': 'image/svg+xml',
  '*.png': 'image/png',
  '*.jpg': 'image/jpeg',
  '*.webp': 'image/webp',
  '*.ico': 'image/x-icon',
  '*.woff2': 'font/woff2',
  '*.mp4': 'video/mp4',
  '*.pdf': 'application/pdf',
  '*.m3u8': 'application/vnd.apple.mpegurl',
  '*.mpd': 'application/dash+xml',
  '*.ts': 'video/mp2t',
  '*.m4s': 'video/iso.segment',
} as const

const plainAnswer = (type: string) => ({
  status: 200,
  headers: { 'Content-Type': type, ETag: '"v1"' },
  body: 'from the origin',
})

/** An origin of which nothing is known answers 200 with a text, and leaves caching to the distribution. */
export const answersAll: readonly OriginRule[] = [
  ...Object.entries(fileTypes).map(
    ([path, type]): OriginRule => ({ match: { path }, response: plainAnswer(type) }),
  ),
  { match: {}, response: plainAnswer('text/html') },
]

const isScript = (value: unknown): value is readonly OriginRule[] => Array.isArray(value)

/**
 * The scripts that a design's traces run with: those stored beside its origins, else those of its first scenario that
 * has any, else a plain answer for each origin of the distribution.
 */
export function scriptsFor(document: DesignDocument, id: LogicalId): ScriptedOrigins {
  const site = distributionsIn(document).find((distribution) => distribution.id === id)
  const plain = (site ? originsOf(site) : []).map(({ value }) => [nameOf(value.Id), answersAll] as const)
  const fromScenario = document.scenarios.find(
    ({ distribution, origins }) => origins && (distribution ?? id) === id,
  )?.origins
  const own = Object.entries(document.originScripts ?? {}).filter(([, script]) => isScript(script))
  return { ...Object.fromEntries(plain), ...fromScenario, ...Object.fromEntries(own) }
}

export interface OriginPreset {
  readonly id: string
  readonly label: string
  /** One sentence on what it is good for. */
  readonly about: string
  readonly rules: readonly OriginRule[]
}

const html = { 'Content-Type': 'text/html' }
const page = (body: string, headers: Readonly<Record<string, string>> = {}) => ({
  status: 200,
  headers: { ...html, ETag: '"page-1"', ...headers },
  body,
})
const asset = (type: string, body: string) => ({
  status: 200,
  headers: {
    'Content-Type': type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    ETag: '"asset-1"',
  },
  body,
})

const font = { 'Content-Type': 'font/woff2', 'Cache-Control': 'public, max-age=86400' }

/** Presets by the kind of server; a bucket's missing objects are answered as the bucket policy has it. */
export const originPresets: readonly OriginPreset[] = [
  {
    id: 'plain',
    label: 'Answers everything',
    about: 'Status 200 with a text and an ETag, no Cache-Control: the distribution’s TTLs decide.',
    rules: answersAll,
  },
  {
    id: 'live-stream',
    label: 'Live stream',
    about: 'Manifests that hold for a second, segments for a day.',
    rules: liveStream,
  },
  {
    id: 'bucket',
    label: 'S3 bucket with objects',
    about:
      'Holds /index.html, /app.js and /logo.png. Other keys are missing: 403, or 404 where the bucket may be listed.',
    rules: [
      { match: { path: '/index.html' }, response: page('<h1>Home</h1>', { 'Cache-Control': 'no-cache' }) },
      { match: { path: '/app.js' }, response: asset('text/javascript', 'console.log(1)') },
      { match: { path: '/logo.png' }, response: { ...asset('image/png', ''), bodySize: 20_480 } },
    ],
  },
  {
    id: 'spa',
    label: 'Single-page app in a bucket',
    about: 'Only /index.html and /assets/* are there; every route of the app is a missing object.',
    rules: [
      {
        match: { path: '/index.html' },
        response: page('<div id="root"></div>', { 'Cache-Control': 'no-cache' }),
      },
      ...Object.entries(fileTypes).map(([file, type]) => ({
        match: { path: `/assets/${file}` },
        response: asset(type, 'render()'),
      })),
      { match: { path: '/assets/*' }, response: asset('text/javascript', 'render()') },
    ],
  },
  {
    id: 'api',
    label: 'JSON API',
    about: 'Wants Authorization (401 without), never to be cached; /missing is a JSON 404.',
    rules: [
      {
        match: { path: '/*missing' },
        response: {
          status: 404,
          headers: { 'Content-Type': 'application/json' },
          body: '{"error":"not found"}',
        },
      },
      {
        match: { headers: { authorization: 'Bearer test' } },
        response: {
          status: 200,
          headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
          body: '{"ok":true}',
        },
      },
      {
        match: {},
        response: {
          status: 401,
          headers: { 'Content-Type': 'application/json', 'WWW-Authenticate': 'Bearer' },
          body: '{"error":"no token"}',
        },
      },
    ],
  },
  {
    id: 'session',
    label: 'Server with sessions',
    about: 'Sets a session cookie and says nothing of caching: what happens to a shared cache then?',
    rules: [{ match: {}, response: page('Hello, Ada', { 'Set-Cookie': 'session=ada; HttpOnly; Secure' }) }],
  },
  {
    id: 'cors',
    label: 'CORS only when asked',
    about: 'Sends Access-Control-Allow-Origin only to requests with an Origin header, as S3 does.',
    rules: [
      {
        match: { headers: { origin: 'https://app.example.com' } },
        response: {
          status: 200,
          headers: { ...font, 'Access-Control-Allow-Origin': 'https://app.example.com' },
          bodySize: 4096,
        },
      },
      { match: {}, response: { status: 200, headers: font, bodySize: 4096 } },
    ],
  },
  {
    id: 'slow',
    label: 'Too slow to answer',
    about: 'Connects, and says nothing within the response timeout: 504 after every attempt.',
    rules: [{ match: {}, error: 'response-timeout' }],
  },
  {
    id: 'failing',
    label: 'Fails with 503',
    about: 'Every answer is a 503, which CloudFront keeps for 10 s unless the design says otherwise.',
    rules: [{ match: {}, response: { status: 503, headers: html, body: 'Service Unavailable' } }],
  },
  {
    id: 'flaky',
    label: 'Recovers after two failures',
    about: 'Two connections fail, then all is well: retries and failover at work.',
    rules: [{ match: {}, error: 'connect-timeout', times: 2 }, ...answersAll],
  },
  {
    id: 'wrong-host',
    label: 'Certificate of another name',
    about: 'The TLS handshake fails, as when the viewer’s Host header is sent to a load balancer.',
    rules: [{ match: {}, error: 'tls' }],
  },
]
