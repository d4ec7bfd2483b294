/** What was asked and answered while it ran, as a scenario: its origins answer what the real ones did. */
import type { HeaderFields } from '#core/http/header-fields.ts'
import type { HeaderFields as HeaderRecord, OriginRule, ScenarioStep } from '#core/model/scenario.ts'
import type { OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'
import { collect, Flow } from '#local/bytes/flow.ts'
import type { Told } from '#local/story.ts'
import type { Recorder } from './recorder.ts'
import { isSecret } from './secret.ts'

/** Bytes of a body that a rule holds; of a larger one it has the size. */
const mostBody = 64 * 1024
/** Steps that one recording holds. */
const mostSteps = 5000

/** What changes from one recording to the next, or is the connection's own. */
const passing = new Set(['connection', 'keep-alive', 'date', 'x-amz-request-id', 'x-amz-id-2', 'set-cookie'])

const kept = (headers: HeaderFields, isLeftOut: (name: string) => boolean): HeaderRecord => {
  const copy = headers.copy()
  copy.filter((name) => !isLeftOut(name))
  return copy.toRecord()
}

function bodyOf(
  bytes: Uint8Array | null,
  size: number,
): { readonly body?: string; readonly bodySize?: number } {
  if (bytes === null || bytes.length > mostBody || bytes.length < size) return { bodySize: size }
  const text = Buffer.from(bytes).toString('utf8')
  return Buffer.byteLength(text) === bytes.length && !text.includes('\uFFFD')
    ? { body: text }
    : { bodySize: size }
}

export class ScenarioRecording implements Recorder {
  private readonly rules = new Map<string, OriginRule[]>()
  private readonly steps: ScenarioStep[] = []
  private readonly pending = new Set<Promise<void>>()
  private readonly began: number
  private at: number
  /** Requests that came when it was full. */
  leftOut = 0

  constructor(now: number) {
    this.began = now
    this.at = now
  }

  /** An origin answered; its body is read along. */
  origin(request: OriginRequest, answer: OriginAnswer): void {
    const { method, originPath, path, query } = request
    const match = { method, path: originPath + path, ...(query !== '' && { query }) }
    const list = this.rules.get(request.origin.id) ?? []
    this.rules.set(request.origin.id, list)
    if (list.length >= mostSteps) return
    const place = list.length
    if ('error' in answer) {
      list.push({ match, error: answer.error, times: 1 })
      return
    }
    const { status, headers, body } = answer
    const response = { status, headers: kept(headers, (name) => passing.has(name)) }
    list.push({ match, response, times: 1 })
    if (!(body.source instanceof Flow)) {
      if (typeof body.content === 'string')
        list[place] = { match, response: { ...response, body: body.content }, times: 1 }
      return
    }
    const { source } = body
    const reading = collect(source, mostBody + 1).then((bytes) => {
      list[place] = { match, response: { ...response, ...bodyOf(bytes, source.received) }, times: 1 }
      this.pending.delete(reading)
    })
    this.pending.add(reading)
  }

  /** A request was served. */
  request({ request, result, at }: Told): void {
    if (this.steps.length >= mostSteps) {
      this.leftOut += 1
      return
    }
    const seconds = Math.floor((at - this.at) / 1000)
    if (seconds > 0) {
      this.steps.push({ advance: seconds })
      this.at += seconds * 1000
    }
    const { method, url, viewer, body } = request
    const { status, xCache, behavior } = result
    this.steps.push({
      request: {
        method,
        url: url ?? request.path,
        headers: kept(request.headers, isSecret),
        viewer,
        ...(body !== '' && { body }),
      },
      expect: { status, behavior, ...(xCache !== null && { xCache }) },
    })
  }

  invalidation(paths: readonly string[]): void {
    this.steps.push({ invalidate: [...paths] })
  }

  /** The scenario so far; `source` is where its design stands, seen from the file. */
  async scenario(name: string, source: string, distribution: string): Promise<Record<string, unknown>> {
    await Promise.all(this.pending)
    return {
      name,
      source,
      distribution,
      now: new Date(this.began).toISOString(),
      origins: Object.fromEntries(this.rules),
      steps: this.steps,
    }
  }
}
