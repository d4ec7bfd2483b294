import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createPacker, type Packer } from './packed-files.ts'
import { isSameUser } from './peer-user.ts'
import { ownHosts } from './proxy-guard.ts'
import { createSigningProxy, isProxied, type ProxyHandler } from './signing-proxy.ts'
import { staticFile } from './static-files.ts'

export interface ServerOptions {
  /** The folder of the built page. */
  readonly root: string
  /** 0 takes a free one. */
  readonly port: number
  readonly endpoint: string
  readonly profile?: string
  /** Milliseconds for a request to AWS. */
  readonly timeout?: number
  /** Milliseconds that a request may take to arrive. */
  readonly patience?: number
  /** A local CDN that the page shows. */
  readonly live?: LivePort
}
/** What answers below `/live/`. */
export type LivePort = (
  request: IncomingMessage,
  response: ServerResponse,
  own: { readonly port: number; readonly token: string },
) => Promise<void>
export interface RunningServer {
  readonly url: string
  readonly port: number
  readonly close: () => Promise<void>
}

const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

async function page(
  { root, live }: ServerOptions,
  token: string,
  pack: Packer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const pathname = pathOf(request)
  const file =
    request.method === 'GET' || request.method === 'HEAD' ? await staticFile(root, pathname) : undefined
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain' })
    response.end('There is nothing here.')
    return
  }
  // The copy that the browser keeps for when there is no server must not hold the token of one.
  const isPage = pathname === '/' || pathname === '/index.html'
  // Only the page itself learns the token; no other site can read this answer, and no other user of this machine.
  const body =
    isPage && (await isSameUser(request.socket))
      ? new TextDecoder()
          .decode(file.body)
          .replace(
            '</head>',
            `<meta name="frontage-token" content="${token}" />${live ? '<meta name="frontage-live" content="" />' : ''}</head>`,
          )
      : file.body
  const isAsset = pathname.startsWith('/assets/')
  const packed = isAsset ? await pack(pathname, file, request.headers['accept-encoding']) : undefined
  response.writeHead(200, {
    'content-type': file.type,
    vary: 'accept-encoding',
    ...(packed && { 'content-encoding': 'gzip' }),
    'cache-control': isAsset ? 'public, max-age=31536000, immutable' : 'no-store',
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  })
  response.end(request.method === 'HEAD' ? undefined : (packed ?? body))
}

/** Of errors too: no other site may embed an answer, and no browser guess what it is. */
const everyAnswer = [
  ['x-content-type-options', 'nosniff'],
  ['cross-origin-resource-policy', 'same-origin'],
] as const

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
  response.end(message)
}

/** The path of a request, as a browser sends it; anything else was refused before. */
const pathOf = ({ url = '/' }: IncomingMessage): string => new URL(`http://127.0.0.1${url}`).pathname

/** What no browser sends: a target that is no path, or a header twice that decides who is asked. */
function oddness({ url = '', rawHeaders }: IncomingMessage): string | undefined {
  if (!url.startsWith('/') || url.startsWith('//') || !URL.canParse(`http://127.0.0.1${url}`))
    return 'The target of a request is a path, as in “/index.html”.'
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase())
  const twice = ['host', 'origin', 'x-frontage-token'].find(
    (name) => names.filter((other) => other === name).length > 1,
  )
  return twice === undefined ? undefined : `The header “${twice}” stands there twice.`
}

function handle(options: ServerOptions, token: string, proxy: ProxyHandler, server: Server) {
  const pack = createPacker()
  return async (request: IncomingMessage, response: ServerResponse) => {
    // The server listens, so its address is one of IP.
    const { port } = server.address() as AddressInfo
    for (const [name, value] of everyAnswer) response.setHeader(name, value)
    const fault = oddness(request)
    if (fault !== undefined) return refuse(response, 400, fault)
    if (isProxied(request.url?.split('?')[0] ?? '')) return proxy(request, response, port)
    if (!ownHosts(port).includes(request.headers.host ?? ''))
      return refuse(response, 403, 'This host is not served here.')
    if (options.live && pathOf(request).startsWith('/live/'))
      return options.live(request, response, { port, token })
    return page(options, token, pack, request, response)
  }
}

/** Serves the page and the signing proxy on loopback. Rejects where the port is taken. */
export function startServer(options: ServerOptions): Promise<RunningServer> {
  const token = randomBytes(24).toString('base64url')
  const proxy = createSigningProxy({
    endpoint: options.endpoint,
    token,
    ...(options.profile !== undefined && { profile: options.profile }),
    ...(options.timeout !== undefined && { timeout: options.timeout }),
  })
  const { patience = 20_000 } = options
  const server = createServer({
    requestTimeout: patience,
    headersTimeout: patience / 2,
    connectionsCheckingInterval: patience / 4,
    maxHeaderSize: 16_384,
  })
  const serve = handle(options, token, proxy, server)
  server.on('request', (request, response) => {
    serve(request, response).catch(() => {
      // The cause may hold what must not be shown; the request failed, the server goes on.
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      const close = () =>
        new Promise<void>((done) => {
          server.close(() => done())
          server.closeAllConnections()
        })
      resolve({ url: `http://127.0.0.1:${port}/`, port, close })
    })
  })
}
