/** Who may use the proxy: the page that this process served, and nobody else. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** An answer that ends a request; its message goes to the page and holds nothing secret. */
export class Refused extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()
/** Of texts of any length, in a time that does not tell where they differ. */
const isSame = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted))

/** The hosts under which this server is itself; any other name leads here by DNS rebinding only. */
export const ownHosts = (port: number): readonly string[] => [`127.0.0.1:${port}`, `localhost:${port}`]

const another = 'Another site may not use this proxy.'

/** Throws the answer to give where a request is not the page's own. */
export function admit(request: IncomingMessage, port: number, token: string): void {
  const own = ownHosts(port)
  const { host = '', origin, 'sec-fetch-site': site, 'x-frontage-token': given } = request.headers
  if (!own.includes(host)) throw new Refused(403, 'This host is not served here.')
  if (origin !== undefined && origin !== `http://${host}`) throw new Refused(403, another)
  // A browser always says where a writing request comes from.
  if (origin === undefined && request.method !== 'GET')
    throw new Refused(403, 'A request that changes something must say which page it comes from.')
  if (site !== undefined && site !== 'same-origin') throw new Refused(403, another)
  if (typeof given !== 'string' || !isSame(given, token))
    throw new Refused(403, 'The token of this page is missing or from another start; reload the page.')
}

const maxBody = 1024 * 1024

/** The whole body; throws where it is larger than 1 MB, which no operation of CloudFront's is. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > maxBody) throw new Refused(413, 'The request is larger than 1 MB.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
