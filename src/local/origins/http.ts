/** An origin behind a URL: kept connections, bodies as they come, CloudFront's timeouts. */
import { type Dispatcher, Pool } from 'undici'
import { noBody } from '#core/http/body.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'
import { bodyFrom } from '#local/bytes/body.ts'
import { Flow } from '#local/bytes/flow.ts'
import { Upload } from '#local/bytes/upload.ts'
import { faultOf } from './faults.ts'
import { callGrpc } from './grpc.ts'
import { bodyToSend, type LocalOrigin, type OriginCall } from './origin.ts'
import { openWebSocket } from './web-socket.ts'

/** The connection's own, which the client sets itself. */
const connectionHeaders: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'expect',
  'proxy-connection',
])

function headersToSend(headers: HeaderFields): string[] {
  const flat = headers.toFlat()
  const sent: string[] = []
  for (let at = 0; at < flat.length; at += 2)
    if (!connectionHeaders.has(flat[at] ?? '')) sent.push(flat[at] ?? '', flat[at + 1] ?? '')
  return sent
}

/** The path as the origin is asked for it; `base` is that of the URL it is mapped to. */
export const targetOf = ({ originPath, path, query }: OriginRequest, base: string): string =>
  `${base}${originPath}${path}${query === '' ? '' : `?${query}`}`

/** Whether the origin's answer to this can have a body at all. */
const hasBody = (method: string, status: number) =>
  method !== 'HEAD' && status >= 200 && status !== 204 && status !== 304

const lengthOf = (value: string | string[] | undefined): number | null => {
  const length = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : null
  return length !== null && Number.isSafeInteger(length) ? length : null
}

type Headers = Record<string, string | string[] | undefined>

const fieldsOf = (headers: Headers): HeaderFields =>
  HeaderFields.from(headers as Record<string, string | string[]>)

const flatOf = (headers: Headers): string[] =>
  Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().flatMap((one) => [name, one]),
  )

/** One exchange with the origin, from its answer's head to the end of its body. */
class Exchange implements Dispatcher.DispatchHandler {
  private flow: Flow | null = null
  private readonly method: string
  private readonly call: OriginCall
  private readonly done: (answer: OriginAnswer) => void
  private readonly failed: (error: Error) => void
  private deadline: NodeJS.Timeout | undefined

  constructor(
    request: OriginRequest,
    call: OriginCall,
    done: (answer: OriginAnswer) => void,
    failed: (error: Error) => void,
  ) {
    this.method = request.method
    this.call = call
    this.done = done
    this.failed = failed
    this.completion = request.origin.completionTimeout
  }
  private readonly completion: number | null

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.completion !== null && this.deadline === undefined)
      this.deadline = setTimeout(
        () => controller.abort(Object.assign(new Error('overdue'), { code: 'UND_ERR_HEADERS_TIMEOUT' })),
        this.completion * 1000,
      )
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: Headers): void {
    if (status < 200) return
    const fields = fieldsOf(headers)
    if (!hasBody(this.method, status)) {
      this.done({ status, headers: fields, body: noBody })
      return
    }
    const flow = new Flow(lengthOf(headers['content-length']), {
      pause: () => controller.pause(),
      resume: () => controller.resume(),
      abort: () => controller.abort(new Error('nobody reads')),
    })
    this.flow = flow
    this.call.onFlow(flow)
    this.done({ status, headers: fields, body: bodyFrom(flow) })
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.flow?.push(chunk)
  }

  onResponseEnd(_: Dispatcher.DispatchController, trailers: Headers): void {
    clearTimeout(this.deadline)
    this.flow?.end(flatOf(trailers ?? {}))
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    clearTimeout(this.deadline)
    if (this.flow) this.flow.break()
    else this.failed(error)
  }
}

const isSafe = (method: string) => method === 'GET' || method === 'HEAD'

/** A connection that lay idle was closed just as the request went out: nothing was wrong with the origin. */
function wasStale(error: Error): boolean {
  const socket = 'socket' in error ? (error.socket as { bytesRead?: number } | undefined) : undefined
  return (error as { code?: string }).code === 'UND_ERR_SOCKET' && (socket?.bytesRead ?? 0) > 0
}

export interface HttpOriginOptions {
  readonly url: URL
  readonly connections?: number
}

export class HttpOrigin implements LocalOrigin {
  private readonly url: URL
  private readonly base: string
  private readonly connections: number
  /** By connection timeout, which is the connector's and not a request's. */
  private readonly pools = new Map<number, Pool>()

  constructor({ url, connections = 256 }: HttpOriginOptions) {
    this.url = url
    this.base = url.pathname.replace(/\/+$/, '')
    this.connections = connections
  }

  async send(request: OriginRequest, call: OriginCall): Promise<OriginAnswer> {
    if (call.onUpgrade) return openWebSocket(this.url, targetOf(request, this.base), request, call)
    if (call.isGrpc) return callGrpc(this.url, targetOf(request, this.base), request, call)
    try {
      return await this.exchange(request, call)
    } catch (error) {
      if (!(error instanceof Error && isSafe(request.method) && wasStale(error)))
        return { error: faultOf(error) }
    }
    return this.exchange(request, call).catch((error: unknown) => ({ error: faultOf(error) }))
  }

  private exchange(request: OriginRequest, call: OriginCall): Promise<OriginAnswer> {
    const body = bodyToSend(request, call)
    return new Promise((done, failed) => {
      this.pool(request.origin.connectionTimeout).dispatch(
        {
          path: targetOf(request, this.base),
          method: request.method,
          headers: headersToSend(request.headers),
          // The client takes any iterable of bytes.
          body: (body instanceof Upload ? body.read() : body === '' ? null : body) as string | null,
          headersTimeout: request.readTimeout * 1000,
          bodyTimeout: request.readTimeout * 1000,
        },
        new Exchange(request, call, done, failed),
      )
    })
  }

  private pool(timeout: number): Pool {
    const known = this.pools.get(timeout)
    if (known) return known
    const pool = new Pool(this.url.origin, {
      connections: this.connections,
      pipelining: 1,
      connect: { timeout: timeout * 1000 },
      // The viewer's limits are the engine's; an origin's answer may have as much as CloudFront takes.
      maxHeaderSize: 64 * 1024,
    })
    this.pools.set(timeout, pool)
    return pool
  }

  close(): void {
    for (const pool of this.pools.values()) void pool.destroy().catch(() => {})
  }
}
