/** Origins that answer as the log says they did, with the lifetimes that rules or the log itself give. */
import { type Body, noBody, sliceBody } from '#core/http/body.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import { parseRange } from '#core/http/ranges.ts'
import { loggedEtag } from '#core/replay/read/line-request.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import type { OriginPort } from '#core/trace/engine/exchange.ts'
import type { OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'
import type { LoggedAnswer } from './answers.ts'

/** Bytes of a custom error page whose size the log does not tell. */
const errorPageSize = 1024

export class ReplayOrigin implements OriginPort {
  readonly isRecorded = true
  /** The answer of the line that is being served, and the Cache-Control that goes with it. */
  answer: LoggedAnswer | null = null
  cacheControl: string | null = null
  /** The viewer's path of that line. */
  path = ''
  /** Attempts by origin since the last line, and the bytes they brought. */
  readonly attempts = new Map<string, number>()
  bytes = 0
  private readonly pages: ReadonlySet<string>

  constructor({ errorResponses }: CompiledDistribution) {
    this.pages = new Set(
      [...errorResponses.values()].flatMap(({ pagePath }) =>
        pagePath === null ? [] : [pagePath.replace(/\?.*$/, '')],
      ),
    )
  }

  /** Sets the stage for a line. */
  expect(answer: LoggedAnswer, cacheControl: string | null, path: string): void {
    this.answer = answer
    this.cacheControl = cacheControl
    this.path = path
    this.bytes = 0
    if (this.attempts.size > 0) this.attempts.clear()
  }

  send(request: OriginRequest): OriginAnswer {
    const { id } = request.origin
    this.attempts.set(id, (this.attempts.get(id) ?? 0) + 1)
    const answered = this.answerTo(request)
    if (!('error' in answered)) this.bytes += answered.body.size
    return answered
  }

  private answerTo(request: OriginRequest): OriginAnswer {
    const { answer } = this
    if (!answer) throw new Error('The replay’s origin was asked before a line was set.')
    if (request.path !== this.path && this.pages.has(request.path))
      return {
        status: 200,
        headers: HeaderFields.from({ 'content-type': 'text/html', etag: loggedEtag }),
        body: { content: '', size: errorPageSize },
      }
    if (answer.fault !== null) return { error: answer.fault }
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const headers = this.headersOf(answer)
    if (answer.status === 200 && isRead) {
      if (
        request.headers.first('if-none-match') === loggedEtag ||
        request.headers.first('if-none-match') === `W/${loggedEtag}`
      )
        return { status: 304, headers: notModified(headers), body: noBody }
      const part = request.method === 'GET' ? partOf(request, headers, answer.size) : null
      if (part) return part
    }
    const body: Body = request.method === 'HEAD' ? noBody : { content: '', size: answer.size }
    return { status: answer.status, headers, body }
  }

  /** The engine copies header fields before it changes them, so an answer's are made once. */
  private headersOf(answer: LoggedAnswer): HeaderFields {
    const { cacheControl } = this
    const known = answer.made
    if (known?.cacheControl === cacheControl) return known.headers
    const headers = HeaderFields.from({
      ...(answer.type !== null && { 'content-type': answer.type }),
      ...(cacheControl !== null && { 'cache-control': cacheControl }),
      ...(answer.status === 200 && { etag: loggedEtag }),
      ...(answer.status !== 204 && { 'content-length': String(answer.size) }),
    })
    answer.made = { cacheControl, headers }
    return headers
  }
}

function notModified(headers: HeaderFields): HeaderFields {
  const copy = headers.copy()
  copy.delete('content-length')
  return copy
}

function partOf(request: OriginRequest, headers: HeaderFields, size: number): OriginAnswer | null {
  const field = request.headers.first('range')
  if (field === null || size === 0) return null
  const ranges = parseRange(field, size)
  const [range] = ranges === 'none' || ranges === 'unsatisfiable' ? [] : ranges
  if (!range) return null
  const body = sliceBody({ content: '', size }, range.start, range.end)
  const copy = headers.copy()
  copy.set('content-range', `bytes ${range.start}-${range.end}/${size}`)
  copy.set('content-length', String(body.size))
  return { status: 206, headers: copy, body }
}
