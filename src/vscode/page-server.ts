/** The page on loopback, for a webview: files only, below a path that nobody else knows. No credentials, no proxy. */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { staticFile } from '#cli/static-files.ts'

export interface PageServer {
  /** Of the page itself; ends with a slash. */
  readonly url: string
  readonly close: () => void
}

/** The editor's window on the desktop and in a browser; the page holds nothing that a click could give away. */
const around = 'vscode-webview: vscode-file: https://*.vscode-cdn.net https://vscode.dev https://*.github.dev'
const policy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ${around}`

async function answer(
  root: string,
  prefix: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = ''] = (request.url ?? '').split('?')
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const file =
    isRead && path.startsWith(prefix) ? await staticFile(root, path.slice(prefix.length - 1)) : undefined
  response.setHeader('x-content-type-options', 'nosniff')
  if (!file) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, {
    'content-type': file.type,
    'cache-control': 'no-store',
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
  })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

/** Serves the folder of the built page on a free port. */
export function servePage(root: string): Promise<PageServer> {
  const prefix = `/${randomBytes(18).toString('base64url')}/`
  const server = createServer((request, response) => {
    answer(root, prefix, request, response).catch(() => response.destroy())
  })
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo // it listens on IP
      done({
        url: `http://127.0.0.1:${port}${prefix}`,
        close: () => {
          server.closeAllConnections()
          server.close()
        },
      })
    })
  })
}
