/**
 * The event of CloudFront Functions, from a message and back.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
import { cookiePairs } from '#core/http/cookies.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import { queryParameters } from '#core/http/query-string.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import {
  type EdgeInput,
  type EdgeOutput,
  type EdgeRequest,
  type EdgeResponse,
  objectOf,
  Refusal,
  refusedOr,
} from './http-message.ts'
import { bodyLimits, checkHeaders, restoreHidden, visibleHeaders } from './limits.ts'
import { statusText } from './status-text.ts'

interface Named {
  readonly name: string
  readonly entry: JsonObject
}

/** `{ name: { value, multiValue? } }`: `multiValue` only where a name is repeated. */
function keyed(entries: readonly Named[]): JsonObject {
  const groups = new Map<string, JsonObject[]>()
  for (const { name, entry } of entries) groups.set(name, [...(groups.get(name) ?? []), entry])
  return Object.fromEntries(
    [...groups].map(([name, all]) => [
      name,
      all.length > 1 ? { ...all[0], multiValue: all } : (all[0] ?? {}),
    ]),
  )
}

const headersOf = (fields: HeaderFields, cookieHeader: string): JsonObject =>
  keyed(
    [...visibleHeaders(fields)]
      .filter(([name]) => name !== cookieHeader)
      .map(([name, value]) => ({ name, entry: { value } })),
  )

const queryOf = (query: string): JsonObject =>
  keyed(
    queryParameters(query).map(({ name, text }) => ({ name, entry: { value: text.slice(name.length + 1) } })),
  )

const requestCookies = (fields: HeaderFields): JsonObject =>
  keyed(cookiePairs(fields.all('cookie')).map(({ name, value }) => ({ name, entry: { value } })))

const responseCookies = (fields: HeaderFields): JsonObject =>
  keyed(
    fields.all('set-cookie').map((line) => {
      const end = line.includes(';') ? line.indexOf(';') : line.length
      const [pair] = cookiePairs([line.slice(0, end)])
      const attributes = line.slice(end + 1).trim()
      const entry: JsonObject = { value: pair?.value ?? '', ...(attributes !== '' && { attributes }) }
      return { name: pair?.name ?? '', entry }
    }),
  )

const requestOf = ({ method, uri, querystring, headers }: EdgeRequest): JsonObject => ({
  method,
  uri,
  querystring: queryOf(querystring),
  headers: headersOf(headers, 'cookie'),
  cookies: requestCookies(headers),
})

const responseOf = ({ status, statusDescription, headers }: EdgeResponse): JsonObject => ({
  statusCode: status,
  statusDescription: statusDescription || statusText(status),
  headers: headersOf(headers, 'set-cookie'),
  cookies: responseCookies(headers),
})

function toEvent(input: EdgeInput): JsonObject {
  return {
    version: '1.0',
    context: {
      distributionDomainName: input.distributionDomainName,
      distributionId: input.distributionId,
      eventType: input.event,
      requestId: input.requestId,
    },
    viewer: { ip: input.viewerIp },
    request: requestOf(input.request),
    ...(input.response && { response: responseOf(input.response) }),
  }
}

/** The entries of a headers, cookies or query string object, repeated ones in turn. */
export function* entriesOf(
  value: Json | undefined,
  what: string,
): Generator<{ name: string; value: string; entry: JsonObject }> {
  if (value === undefined) return
  for (const [name, given] of Object.entries(objectOf(value, `“${what}” has to be an object.`))) {
    const holder = objectOf(given, `“${what}.${name}” has to be an object with a “value”.`)
    const many = holder['multiValue']
    const list = Array.isArray(many) ? many : [holder]
    for (const item of list) {
      const entry = objectOf(item, `“${what}.${name}.multiValue” has to hold objects with a “value”.`)
      const text = entry['value']
      if (typeof text !== 'string') throw new Refusal(`“${what}.${name}.value” has to be a string.`)
      if (/[\r\n\0]/.test(text)) throw new Refusal(`“${what}.${name}.value” holds a line break.`)
      yield { name, value: text, entry }
    }
  }
}

const tokenPattern = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/

function readHeaders(value: Json | undefined, cookieHeader: string): HeaderFields {
  const fields = HeaderFields.empty()
  for (const { name, value: text } of entriesOf(value, 'headers')) {
    if (name !== name.toLowerCase()) throw new Refusal(`The header name “${name}” has to be in lower case.`)
    if (!tokenPattern.test(name)) throw new Refusal(`“${name}” is no header name.`)
    if (name === cookieHeader)
      throw new Refusal(`Cookies belong in the “cookies” object, not in the header “${cookieHeader}”.`)
    fields.append(name, text)
  }
  return fields
}

const readQuery = (value: Json | undefined): string =>
  typeof value === 'string'
    ? value
    : [...entriesOf(value, 'querystring')].map(({ name, value: text }) => `${name}=${text}`).join('&')

function sameQuery(before: string, after: JsonObject | Json | undefined): boolean {
  return JSON.stringify(queryOf(before)) === JSON.stringify(after ?? {})
}

function readRequest(result: JsonObject, input: EdgeInput): EdgeRequest {
  const { method, uri } = result
  if (method !== undefined && method !== input.request.method)
    throw new Refusal('The request method is read-only; the function changed it.')
  if (typeof uri !== 'string' || !uri.startsWith('/'))
    throw new Refusal('“request.uri” has to be a string that starts with “/”.')
  const headers = readHeaders(result['headers'], 'cookie')
  const cookies = [...entriesOf(result['cookies'], 'cookies')]
  if (cookies.length > 0)
    headers.append('cookie', cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
  checkHeaders(input.event, input.request.headers, headers)
  restoreHidden(input.request.headers, headers)
  const given = result['querystring']
  const querystring = sameQuery(input.request.querystring, given)
    ? input.request.querystring
    : readQuery(given)
  if (querystring !== input.request.querystring && /[\s#\p{Cc}]/u.test(querystring))
    throw new Refusal('The query string may hold no spaces, control characters or “#”.')
  if (uri.length + querystring.length >= bodyLimits.uri)
    throw new Refusal(`The URI and query string together have to stay under ${bodyLimits.uri} characters.`)
  return { method: input.request.method, uri, querystring, headers, body: input.request.body }
}

function readBody(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'string') return value
  const { encoding, data } = objectOf(
    value,
    '“body” has to be a string or an object with “encoding” and “data”.',
  )
  if (typeof data !== 'string') throw new Refusal('“body.data” has to be a string.')
  if (encoding !== 'text' && encoding !== 'base64')
    throw new Refusal('“body.encoding” has to be “text” or “base64”.')
  if (encoding === 'text') return data
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(data), (c) => c.charCodeAt(0)))
  } catch {
    throw new Refusal('“body.data” is not base64.')
  }
}

function readResponse(result: JsonObject, input: EdgeInput): EdgeResponse {
  const { statusCode, statusDescription } = result
  if (typeof statusCode !== 'number' || !Number.isInteger(statusCode) || statusCode < 100 || statusCode > 599)
    throw new Refusal('“statusCode” has to be a whole number from 100 to 599.')
  if (statusDescription !== undefined && typeof statusDescription !== 'string')
    throw new Refusal('“statusDescription” has to be a string.')
  const headers = readHeaders(result['headers'], 'set-cookie')
  for (const { name, value, entry } of entriesOf(result['cookies'], 'cookies')) {
    const { attributes } = entry
    headers.append(
      'set-cookie',
      `${name}=${value}${typeof attributes === 'string' && attributes ? `; ${attributes}` : ''}`,
    )
  }
  checkHeaders(input.event, input.response?.headers ?? null, headers)
  restoreHidden(input.response?.headers, headers)
  const body = readBody(result['body'])
  if (body !== undefined && body.length > bodyLimits.generated.viewer)
    throw new Refusal('A response body from a CloudFront function may have 40 KB at most.')
  return {
    status: statusCode,
    statusDescription: statusDescription ?? '',
    headers,
    ...(body !== undefined && { body }),
  }
}

/** CloudFront Functions' event, and what a handler may give back for it. */
export const cloudFrontEvent = {
  toEvent,
  /** A request (viewer request only) or a response; everything CloudFront refuses with 502 becomes `refused`. */
  fromResult: (value: Json | undefined, input: EdgeInput): EdgeOutput =>
    refusedOr(() => {
      const result = objectOf(
        value,
        'The function has to return the request or a response; it returned neither.',
      )
      if (input.event === 'viewer-request' && !('statusCode' in result))
        return { kind: 'request', request: readRequest(result, input) }
      return { kind: 'response', response: readResponse(result, input) }
    }),
}
