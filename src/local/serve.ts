/** One request, decided by the engine; the bytes of both sides are somebody else's. */
import { normalizePath } from '#core/http/url.ts'
import type { RequestResult } from '#core/model/scenario.ts'
import type { Exchange, OriginPort } from '#core/trace/engine/exchange.ts'
import { StoryRecorder } from '#core/trace/engine/recorder.ts'
import { toResult } from '#core/trace/engine/simulation.ts'
import type { EngineRequest, OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'
import type { Flow } from './bytes/flow.ts'
import type { Upload } from './bytes/upload.ts'
import type { Tunnel } from './origins/origin.ts'
import type { OriginTable } from './origins/table.ts'
import type { Site } from './site.ts'

export interface Call {
  readonly request: EngineRequest
  readonly upload: Upload | null
  /** Whether the story is to be told. */
  readonly isTold: boolean
  readonly onAnswer: (exchange: Exchange, served: Served) => void
}

/** A request under way: what its origins send passes through here. */
export class Served implements OriginPort {
  readonly flows: Flow[] = []
  tunnel: Tunnel | null = null
  readonly recorder: StoryRecorder | null
  private readonly origins: OriginTable
  private readonly call: Call
  private readonly site: Site
  exchange: Exchange | null = null

  constructor(site: Site, origins: OriginTable, call: Call) {
    this.site = site
    this.origins = origins
    this.call = call
    this.recorder = call.isTold ? new StoryRecorder(false) : null
  }

  send(request: OriginRequest, now: number): OriginAnswer | Promise<OriginAnswer> {
    const { upload } = this.call
    return this.origins.send(request, {
      upload,
      uploadText: this.call.request.body,
      now,
      onFlow: (flow) => this.flows.push(flow),
      // The engine forwards Upgrade for a WebSocket's handshake only.
      onUpgrade: request.headers.has('upgrade')
        ? (tunnel) => {
            this.tunnel = tunnel
          }
        : null,
      isGrpc: this.site.isGrpc(this.call.request),
    })
  }

  /** What origins began to send and nobody takes: neither the viewer nor a cache. */
  dropRest(taken: Flow | null): void {
    for (const flow of this.flows) if (flow !== taken) flow.drop()
  }

  /** The story, made when it is first read: most are never. */
  get result(): RequestResult {
    if (!this.exchange || !this.recorder) throw new Error('This request’s story was not told.')
    this.made ??= toResult(this.exchange, this.recorder)
    return this.made
  }
  private made: RequestResult | null = null
}

/** Bytes of an upload that the engine looks into. */
export const mostHeld = 32 * 1024 * 1024

/** Reads what the design has to look into. Gives false where it is too large, or never came. */
export async function holdUpload(
  site: Site,
  request: EngineRequest,
  upload: Upload | null,
): Promise<boolean> {
  if (!upload) return true
  // CloudFront refuses it by its being there.
  if (request.method === 'GET' || request.method === 'HEAD') {
    request.body = '(a body)'
    return true
  }
  if (!site.holdsBody(normalizePath(request.path))) return true
  const held = await upload.hold(mostHeld)
  if (!held.ok) return false
  request.body = held.value.toString('utf8')
  return true
}

/** Serves a request. `onAnswer` is told as soon as the answer is known; the end is when all is done behind it. */
export function serveCall(
  site: Site,
  origins: OriginTable,
  now: number,
  call: Call,
): Served | Promise<Served> {
  const { engine } = site
  engine.now = now
  const served = new Served(site, origins, call)
  const answered = (exchange: Exchange) => {
    served.exchange = exchange
    call.onAnswer(exchange, served)
  }
  const exchange = engine.serve(call.request, served.recorder, served, answered)
  return exchange instanceof Promise ? exchange.then(() => served) : served
}
