/** Requests to a real endpoint: one at a time, not too fast, and nothing kept of the bodies. */

import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { setTimeout as wait } from 'node:timers/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { tableOf } from '#core/ground/names.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { ViewerRequest } from '#core/model/scenario.ts'
import { ownPageSays, type RealAnswer } from '#core/verify/answer.ts'
import type { Send } from '#core/verify/verify.ts'
import { errorCode } from './system.ts'

/** Nobody answers there. */
export class Unreachable extends Error {}

export interface SenderOptions {
  readonly endpoint: URL
  /** Another Host than the endpoint's. */
  readonly host?: string
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>
  /** Requests a second at most. */
  readonly rate: number
  /** Seconds. */
  readonly timeout: number
  /** Take a certificate that nobody vouches for. */
  readonly insecure: boolean
}

/** What of a body is read to learn its size; the rest is left. */
const longestBody = 8 << 20

const decoders: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = tableOf({
  gzip: createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
})

interface Body {
  /** Once decoded; null where it is too long, damaged or in an unknown coding. */
  readonly size: number | null
  readonly isOwnPage: boolean
}

const unread: Body = { size: null, isOwnPage: false }
/** CloudFront's own pages are short. */
const longestPage = 4096

/** CloudFront signs its pages; a local CDN of ours gives none, and adds no field that an origin would. */
function isOwnPage({ statusCode = 0, headers }: IncomingMessage, page: string): boolean {
  if (statusCode < 400) return false
  const isLocal = headers['x-frontage-trace'] !== undefined
  return page.includes(ownPageSays) || (isLocal && page === '' && headers['content-type'] === undefined)
}

/** Reads a body for its size, and for whether it is CloudFront's own error page; nothing of it is kept. */
async function readBody(answer: IncomingMessage): Promise<Body> {
  const coding = answer.headers['content-encoding']
  const decoder = coding === undefined ? undefined : decoders[coding]
  if (coding !== undefined && coding !== 'identity' && !decoder) {
    answer.resume()
    return unread
  }
  let size = 0
  let page = ''
  try {
    for await (const chunk of decoder ? answer.pipe(decoder()) : answer) {
      const bytes = chunk as Uint8Array
      size += bytes.length
      if (size <= longestPage) page += new TextDecoder('latin1').decode(bytes)
      if (size > longestBody) {
        answer.destroy()
        return unread
      }
    }
    return { size, isOwnPage: isOwnPage(answer, page) }
  } catch {
    return unread
  }
}

function pairsOf(flat: readonly string[]): [string, string][] {
  const pairs: [string, string][] = []
  for (let at = 0; at + 1 < flat.length; at += 2)
    pairs.push([(flat[at] ?? '').toLowerCase(), flat[at + 1] ?? ''])
  return pairs
}

const reasons: Readonly<Record<string, string>> = tableOf({
  ECONNREFUSED: 'nobody listens there',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name could not be looked up',
  ETIMEDOUT: 'it does not answer',
  ECONNRESET: 'it closes the connection',
  EPROTO: 'it does not speak TLS there',
  CERT_HAS_EXPIRED: 'its certificate has expired (--insecure takes it)',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself (--insecure takes it)',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name (--insecure takes it)',
})

function once(request: ViewerRequest, options: SenderOptions): Promise<RealAnswer> {
  const { endpoint, host, timeout, insecure } = options
  const path = URL.canParse(request.url) ? request.url.replace(/^https?:\/\/[^/?#]*/, '') || '/' : request.url
  const headers = HeaderFields.from({
    'user-agent': 'frontage-verify',
    ...options.headers,
    ...request.headers,
  })
  if (host !== undefined) headers.set('host', host)
  const send = endpoint.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((done, fail) => {
    const sent = send(
      {
        protocol: endpoint.protocol,
        hostname: endpoint.hostname.replace(/^\[|\]$/g, ''),
        port: endpoint.port,
        method: request.method ?? 'GET',
        path,
        headers: headers.toRecord() as Record<string, string | string[]>,
        timeout: timeout * 1000,
        rejectUnauthorized: !insecure,
        ...(host !== undefined &&
          endpoint.protocol === 'https:' && { servername: host.replace(/:\d+$/, '') }),
      },
      (answer) => {
        void readBody(answer).then((body) =>
          done({ status: answer.statusCode ?? 0, headers: pairsOf(answer.rawHeaders), ...body }),
        )
      },
    )
    sent.on('timeout', () => sent.destroy(new Error(`it did not answer within ${timeout} seconds`)))
    sent.on('error', (error) =>
      fail(new Unreachable(`${endpoint.origin}${path}: ${reasons[errorCode(error)] ?? error.message}.`)),
    )
    sent.end()
  })
}

/** Sends no faster than it may. */
export function politeSender(options: SenderOptions): Send {
  let next = 0
  return async (request) => {
    const now = Date.now()
    const at = Math.max(now, next)
    next = at + 1000 / options.rate
    if (at > now) await wait(at - now)
    return once(request, options)
  }
}
