/**
 * The four events of Lambda@Edge, from a message and back.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-event-structure.html
 */
import { HeaderFields } from '#core/http/header-fields.ts'
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
import { originEvent, readOrigin } from './lambda-origin.ts'
import { bodyLimits, checkHeaders, lambdaReadOnlyHeaders, restoreHidden, visibleHeaders } from './limits.ts'
import { statusText } from './status-text.ts'

const side = (input: EdgeInput): 'viewer' | 'origin' =>
  input.event.startsWith('viewer') ? 'viewer' : 'origin'

const isRequestEvent = (input: EdgeInput): boolean => input.event.endsWith('request')

/** The name as it is usually written: fields are kept in lower case. */
const written = (name: string): string => name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase())

function headersOf(fields: HeaderFields): JsonObject {
  const visible = visibleHeaders(fields)
  return Object.fromEntries(
    visible.names().map((name) => [name, visible.all(name).map((value) => ({ key: written(name), value }))]),
  )
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

function fromBase64(text: string, what: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)))
  } catch {
    throw new Refusal(`“${what}” is not base64.`)
  }
}

function bodyEvent(input: EdgeInput): JsonObject {
  const bytes = bytesOf(input.request.body)
  const limit = bodyLimits.shown[side(input)]
  return {
    inputTruncated: bytes.length > limit,
    action: 'read-only',
    encoding: 'base64',
    data: base64(bytes.subarray(0, limit)),
  }
}

function requestEvent(input: EdgeInput): JsonObject {
  const { method, uri, querystring, headers } = input.request
  return {
    clientIp: input.viewerIp,
    headers: headersOf(headers),
    method,
    querystring,
    uri,
    ...(input.includeBody && isRequestEvent(input) && { body: bodyEvent(input) }),
    ...(input.origin && { origin: originEvent(input.origin) }),
  }
}

function toEvent(input: EdgeInput): JsonObject {
  const { response } = input
  return {
    Records: [
      {
        cf: {
          config: {
            distributionDomainName: input.distributionDomainName,
            distributionId: input.distributionId,
            eventType: input.event,
            requestId: input.requestId,
          },
          request: requestEvent(input),
          ...(response && {
            response: {
              headers: headersOf(response.headers),
              status: String(response.status),
              statusDescription: response.statusDescription || statusText(response.status),
            },
          }),
        },
      },
    ],
  }
}

/** The fields of a `headers` object of Lambda@Edge; refuses what CloudFront does. */
export function readHeaders(value: Json | undefined): HeaderFields {
  const fields = HeaderFields.empty()
  if (value === undefined) return fields
  for (const [name, given] of Object.entries(objectOf(value, '“headers” has to be an object.'))) {
    if (!Array.isArray(given)) throw new Refusal(`“headers.${name}” has to be an array of { key, value }.`)
    for (const item of given) {
      const { key, value: text } = objectOf(item, `“headers.${name}” has to hold objects with a “value”.`)
      if (typeof text !== 'string' && typeof text !== 'number')
        throw new Refusal(`“headers.${name}” has an entry whose “value” is no string.`)
      if (key !== undefined && (typeof key !== 'string' || key.toLowerCase() !== name.toLowerCase()))
        throw new Refusal(`“headers.${name}” has an entry whose “key” names another header.`)
      if (/[\r\n\0]/.test(String(text))) throw new Refusal(`“headers.${name}” has a value with a line break.`)
      fields.append(name.toLowerCase(), String(text))
    }
  }
  return fields
}

function readRequestBody(value: Json | undefined, input: EdgeInput): string {
  if (value === undefined || !input.includeBody) return input.request.body
  const { action, encoding, data } = objectOf(value, '“request.body” has to be an object.')
  if (action === undefined || action === 'read-only') return input.request.body
  if (action !== 'replace') throw new Refusal('“request.body.action” has to be “read-only” or “replace”.')
  if (typeof data !== 'string') throw new Refusal('“request.body.data” has to be a string.')
  if (encoding !== undefined && encoding !== 'text' && encoding !== 'base64')
    throw new Refusal('“request.body.encoding” has to be “text” or “base64”.')
  const form = encoding === 'text' ? 'text' : 'base64'
  if (bytesOf(data).length > bodyLimits.replaced[side(input)][form])
    throw new Refusal(`The replaced body exceeds ${bodyLimits.replaced[side(input)][form]} bytes.`)
  return form === 'text' ? data : fromBase64(data, 'request.body.data')
}

function readRequest(result: JsonObject, input: EdgeInput): EdgeRequest {
  const { method, uri, querystring, clientIp } = result
  if (method !== input.request.method)
    throw new Refusal('“request.method” is read-only; the function changed it.')
  if (clientIp !== undefined && clientIp !== input.viewerIp)
    throw new Refusal('“request.clientIp” is read-only; the function changed it.')
  if (typeof uri !== 'string' || !uri.startsWith('/'))
    throw new Refusal('“request.uri” has to be a string that starts with “/”.')
  if (querystring !== undefined && typeof querystring !== 'string')
    throw new Refusal('“request.querystring” has to be a string.')
  const query = querystring ?? ''
  if (query !== input.request.querystring && /[\s#\p{Cc}]/u.test(query))
    throw new Refusal('The query string may hold no spaces, control characters or “#”.')
  if (uri.length + query.length >= bodyLimits.uri)
    throw new Refusal(`The URI and query string together have to stay under ${bodyLimits.uri} characters.`)
  const headers = readHeaders(result['headers'])
  checkHeaders(input.event, input.request.headers, headers, lambdaReadOnlyHeaders[input.event])
  restoreHidden(input.request.headers, headers)
  return { method, uri, querystring: query, headers, body: readRequestBody(result['body'], input) }
}

function statusOf(value: Json | undefined): number {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599)
    throw new Refusal('“status” has to be an HTTP status code from 200 to 599.')
  return status
}

function readResponseBody(result: JsonObject): string | undefined {
  const { body, bodyEncoding } = result
  if (body === undefined || body === null) return undefined
  if (typeof body !== 'string') throw new Refusal('“body” has to be a string.')
  if (bodyEncoding !== undefined && bodyEncoding !== 'text' && bodyEncoding !== 'base64')
    throw new Refusal('“bodyEncoding” has to be “text” or “base64”.')
  return bodyEncoding === 'base64' ? fromBase64(body, 'body') : body
}

function readResponse(result: JsonObject, input: EdgeInput): EdgeResponse {
  const status = statusOf(result['status'])
  if (input.event === 'viewer-response' && status !== input.response?.status)
    throw new Refusal('A Lambda@Edge function may not change the status on the viewer response.')
  const description = result['statusDescription']
  if (description !== undefined && typeof description !== 'string')
    throw new Refusal('“statusDescription” has to be a string.')
  const headers = readHeaders(result['headers'])
  checkHeaders(input.event, input.response?.headers ?? null, headers, lambdaReadOnlyHeaders[input.event])
  restoreHidden(input.response?.headers, headers)
  const body = input.event === 'viewer-response' ? undefined : readResponseBody(result)
  const size = bytesOf(body ?? '').length + headers.size
  const limit = bodyLimits.generated[side(input)]
  if (body !== undefined && size > limit) throw new Refusal(`The response exceeds ${limit} bytes.`)
  const generated = isRequestEvent(input) ? (body ?? '') : body
  return {
    status,
    statusDescription: description ?? '',
    headers,
    ...(generated !== undefined && { body: generated }),
  }
}

/** Lambda@Edge's events, and what a handler may give back for them. */
export const lambdaEvent = {
  toEvent,
  /** A request (request events only) or a response; everything CloudFront refuses with 502 becomes `refused`. */
  fromResult: (value: Json | undefined, input: EdgeInput): EdgeOutput =>
    refusedOr(() => {
      const result = objectOf(
        value,
        'The function has to return the request or a response; it returned neither.',
      )
      if (!isRequestEvent(input) || 'status' in result)
        return { kind: 'response', response: readResponse(result, input) }
      const origin = input.event === 'origin-request' ? readOrigin(result['origin'], input.origin) : undefined
      return { kind: 'request', request: readRequest(result, input), ...(origin && { origin }) }
    }),
}
