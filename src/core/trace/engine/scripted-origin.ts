/** Origins that answer from a script, so that a trace needs no network. */
import { type Body, bodyOf, noBody, sliceBody } from '#core/http/body.ts'
import { allowsRange, isNotModified, type Validators } from '#core/http/conditional.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import { queryParameters } from '#core/http/query-string.ts'
import { parseRange } from '#core/http/ranges.ts'
import type { OriginRule, ScriptedOrigins } from '#core/model/scenario.ts'
import { wildcard } from '#core/trace/compile/selection.ts'
import type { OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'
import type { OriginPort } from './exchange.ts'

const patterns = new Map<string, RegExp>()
function matchesPath(pattern: string, path: string): boolean {
  const known =
    patterns.get(pattern) ??
    wildcard(pattern.startsWith('/') || pattern.startsWith('*') ? pattern : `/${pattern}`)
  patterns.set(pattern, known)
  return known.test(path)
}

/** Every parameter of the rule is among those of the request. */
function matchesQuery(wanted: string, query: string): boolean {
  if (wanted === query) return true
  const sent = new Set(queryParameters(query).map(({ text }) => text))
  const parameters = queryParameters(wanted)
  return parameters.length > 0 && parameters.every(({ text }) => sent.has(text))
}

function matches({ match = {} }: OriginRule, request: OriginRequest): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== request.method) return false
  if (match.path !== undefined && !matchesPath(match.path, request.originPath + request.path)) return false
  if (match.query !== undefined && !matchesQuery(match.query, request.query)) return false
  return Object.entries(match.headers ?? {}).every(
    ([name, value]) => request.headers.combined(name.toLowerCase()) === value,
  )
}

/** A rule's whole answer, made once: the engine copies header fields before it changes them. */
interface WholeAnswer {
  readonly status: number
  readonly headers: HeaderFields
  /** With the length that a server would tell. */
  readonly sized: HeaderFields
  /** Of a 304. */
  readonly confirming: HeaderFields
  readonly body: Body
  readonly validators: Validators
}

function wholeAnswer({ response }: OriginRule): WholeAnswer {
  const status = response?.status ?? 200
  const headers = HeaderFields.from(response?.headers)
  const body = bodyOf(response?.body, response?.bodySize)
  const hasLength = headers.has('content-length') || headers.has('transfer-encoding')
  const isSized = !hasLength && status >= 200 && status !== 204 && status !== 304
  const validators = { etag: headers.first('etag'), lastModified: headers.first('last-modified') }
  const sized = isSized ? headers.copy().set('content-length', String(body.size)) : headers
  const confirming = headers.copy()
  confirming.delete('content-length')
  return { status, headers, sized, confirming, body, validators }
}

/** The part that a request's range asks for; null where the whole is to be sent. */
function partOf(request: OriginRequest, { headers, body, validators }: WholeAnswer): OriginAnswer | null {
  const range = request.headers.first('range')
  if (range === null || body.size === 0 || !allowsRange(request.headers, validators)) return null
  const ranges = parseRange(range, body.size)
  if (ranges === 'unsatisfiable')
    return {
      status: 416,
      headers: HeaderFields.from({ 'content-range': `bytes */${body.size}` }),
      body: noBody,
    }
  const [first] = ranges === 'none' ? [] : ranges
  if (first === undefined || ranges.length !== 1) return null
  const part = sliceBody(body, first.start, first.end)
  const told = headers.copy()
  told.set('content-range', `bytes ${first.start}-${first.end}/${body.size}`)
  told.set('content-length', String(part.size))
  return { status: 206, headers: told, body: part }
}

/** What a server does with a whole answer: conditions, ranges, HEAD. */
function asServer(request: OriginRequest, whole: WholeAnswer): OriginAnswer {
  const { status, sized, confirming, body, validators } = whole
  const { method } = request
  if (status === 200 && (method === 'GET' || method === 'HEAD')) {
    if (isNotModified(request.headers, validators)) return { status: 304, headers: confirming, body: noBody }
    const part = method === 'GET' ? partOf(request, whole) : null
    if (part !== null) return part
  }
  return { status, headers: sized, body: method === 'HEAD' ? noBody : body }
}

/** Nothing in the script matches: a bucket that may not be listed hides what is missing. */
function nothingThere({ origin }: OriginRequest): OriginAnswer {
  const hides = origin.kind === 's3' && !origin.access.grant.list
  return {
    status: hides ? 403 : 404,
    headers: HeaderFields.from({ 'content-type': origin.kind === 's3' ? 'application/xml' : 'text/html' }),
    body: bodyOf(
      origin.kind === 's3'
        ? `<Error><Code>${hides ? 'AccessDenied' : 'NoSuchKey'}</Code></Error>`
        : 'Not Found',
    ),
  }
}

/** Rules by origin Id or, for a target that an edge function chose, by domain name; the first that matches answers. */
export class ScriptedOriginPort implements OriginPort {
  private readonly rules: ScriptedOrigins
  private readonly answered = new Map<OriginRule, number>()
  private readonly wholes = new Map<OriginRule, WholeAnswer>()

  constructor(rules: ScriptedOrigins) {
    this.rules = rules
  }

  send(request: OriginRequest): OriginAnswer {
    // A function's own target is scripted by its domain name.
    const rules = this.rules[request.domainName] ?? this.rules[request.origin.id] ?? []
    const rule = rules.find(
      (candidate) =>
        (candidate.times === undefined || (this.answered.get(candidate) ?? 0) < candidate.times) &&
        matches(candidate, request),
    )
    if (!rule) return nothingThere(request)
    this.answered.set(rule, (this.answered.get(rule) ?? 0) + 1)
    if (rule.error !== undefined) return { error: rule.error }
    const whole = this.wholes.get(rule) ?? wholeAnswer(rule)
    this.wholes.set(rule, whole)
    return asServer(request, whole)
  }
}
