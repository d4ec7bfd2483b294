/** Origins that answer from a script, so that a trace needs no network. */
import { bodyOf, noBody, sliceBody } from '#core/http/body.ts'
import { allowsRange, isNotModified } from '#core/http/conditional.ts'
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

/** What a server does with a whole answer: conditions, ranges, HEAD. */
function asServer(
  request: OriginRequest,
  status: number,
  headers: HeaderFields,
  rule: OriginRule,
): OriginAnswer {
  const body = bodyOf(rule.response?.body, rule.response?.bodySize)
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const validators = { etag: headers.first('etag'), lastModified: headers.first('last-modified') }
  if (status === 200 && isRead && isNotModified(request.headers, validators)) {
    headers.delete('content-length')
    return { status: 304, headers, body: noBody }
  }
  const range = request.headers.first('range')
  if (
    status === 200 &&
    request.method === 'GET' &&
    range !== null &&
    body.size > 0 &&
    allowsRange(request.headers, validators)
  ) {
    const ranges = parseRange(range, body.size)
    if (ranges === 'unsatisfiable')
      return {
        status: 416,
        headers: HeaderFields.from({ 'content-range': `bytes */${body.size}` }),
        body: noBody,
      }
    const [first] = ranges === 'none' ? [] : ranges
    if (first !== undefined && ranges.length === 1) {
      const part = sliceBody(body, first.start, first.end)
      headers.set('content-range', `bytes ${first.start}-${first.end}/${body.size}`)
      headers.set('content-length', String(part.size))
      return { status: 206, headers, body: part }
    }
  }
  const hasLength = headers.has('content-length') || headers.has('transfer-encoding')
  if (!hasLength && status >= 200 && status !== 204 && status !== 304)
    headers.set('content-length', String(body.size))
  return { status, headers, body: request.method === 'HEAD' ? noBody : body }
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
    return asServer(request, rule.response?.status ?? 200, HeaderFields.from(rule.response?.headers), rule)
  }
}
