/** An event in AWS's shape back to a message: the other direction of `toEvent`, for events that a person wrote. */

import { failed, ok, type Result } from '#core/ground/result.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import { entriesOf } from './cloudfront-event.ts'
import { type EdgeEvent, type EdgeInput, type EdgeOrigin, objectOf, Refusal } from './http-message.ts'
import { readHeaders } from './lambda-event.ts'

const events: readonly string[] = ['viewer-request', 'viewer-response', 'origin-request', 'origin-response']
const isEvent = (value: Json | undefined): value is EdgeEvent =>
  typeof value === 'string' && events.includes(value)
const textOf = (value: Json | undefined, otherwise: string): string =>
  typeof value === 'string' ? value : otherwise

function eventOf(value: Json | undefined, hasResponse: boolean): EdgeEvent {
  if (isEvent(value)) return value
  if (value !== undefined) throw new Refusal(`“eventType” has to be one of ${events.join(', ')}.`)
  return hasResponse ? 'viewer-response' : 'viewer-request'
}

const common = (config: JsonObject) => ({
  distributionId: textOf(config['distributionId'], 'EDFDVBD6EXAMPLE'),
  distributionDomainName: textOf(config['distributionDomainName'], 'd111111abcdef8.cloudfront.net'),
  requestId: textOf(config['requestId'], 'EXAMPLE=='),
})

function cloudFrontHeaders(message: JsonObject, cookieHeader: 'cookie' | 'set-cookie'): HeaderFields {
  const fields = HeaderFields.empty()
  for (const { name, value } of entriesOf(message['headers'], 'headers'))
    fields.append(name.toLowerCase(), value)
  const cookies = [...entriesOf(message['cookies'], 'cookies')]
  if (cookieHeader === 'cookie' && cookies.length > 0)
    fields.append('cookie', cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
  if (cookieHeader === 'set-cookie')
    for (const { name, value, entry } of cookies) {
      const attributes = textOf(entry['attributes'], '')
      fields.append('set-cookie', `${name}=${value}${attributes === '' ? '' : `; ${attributes}`}`)
    }
  return fields
}

function cloudFrontInput(event: JsonObject): EdgeInput {
  const request = objectOf(event['request'], 'The event needs a “request”.')
  const response = event['response']
  const context = objectOf(event['context'] ?? {}, '“context” has to be an object.')
  const viewer = objectOf(event['viewer'] ?? {}, '“viewer” has to be an object.')
  const query = request['querystring']
  const type = eventOf(context['eventType'], response !== undefined)
  return {
    ...common(context),
    event: type,
    viewerIp: textOf(viewer['ip'], '198.51.100.1'),
    includeBody: false,
    request: {
      method: textOf(request['method'], 'GET'),
      uri: textOf(request['uri'], '/'),
      querystring:
        typeof query === 'string'
          ? query
          : [...entriesOf(query, 'querystring')].map(({ name, value }) => `${name}=${value}`).join('&'),
      headers: cloudFrontHeaders(request, 'cookie'),
      body: '',
    },
    ...(response !== undefined && {
      response: {
        status: Number(objectOf(response, '“response” has to be an object.')['statusCode'] ?? 200),
        statusDescription: textOf(objectOf(response, '')['statusDescription'], ''),
        headers: cloudFrontHeaders(objectOf(response, ''), 'set-cookie'),
      },
    }),
  }
}

function originOf(origin: Json | undefined): EdgeOrigin | undefined {
  if (origin === undefined) return undefined
  const { custom, s3 } = objectOf(origin, '“origin” has to be an object.')
  const given = objectOf(custom ?? s3, '“origin” has to hold “custom” or “s3”.')
  const protocol = given['protocol'] === 'http' ? 'http' : 'https'
  const headers = Object.entries(readHeaders(given['customHeaders']).toRecord())
  return {
    protocol,
    domainName: textOf(given['domainName'], ''),
    port: Number(given['port'] ?? (protocol === 'http' ? 80 : 443)),
    originPath: textOf(given['path'], ''),
    readTimeout: Number(given['readTimeout'] ?? 30),
    customHeaders: headers.flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const)),
  }
}

function bodyOf(body: Json | undefined): string {
  if (body === undefined || body === null) return ''
  const { data, encoding } = objectOf(body, '“body” has to be an object.')
  const text = textOf(data, '')
  if (encoding === 'text') return text
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)))
  } catch {
    throw new Refusal('“body.data” is not base64.')
  }
}

function lambdaInput(event: JsonObject): EdgeInput {
  const records = event['Records']
  const [record] = Array.isArray(records) ? records : []
  const { cf } = objectOf(record, 'The event needs “Records” with one record.')
  const { config, request: asked, response } = objectOf(cf, 'The record needs “cf”.')
  const request = objectOf(asked, 'The event needs a “request”.')
  const settings = objectOf(config ?? {}, '“config” has to be an object.')
  const origin = originOf(request['origin'])
  return {
    ...common(settings),
    event: eventOf(settings['eventType'], response !== undefined),
    viewerIp: textOf(request['clientIp'], '198.51.100.1'),
    includeBody: request['body'] !== undefined,
    request: {
      method: textOf(request['method'], 'GET'),
      uri: textOf(request['uri'], '/'),
      querystring: textOf(request['querystring'], ''),
      headers: readHeaders(request['headers']),
      body: bodyOf(request['body']),
    },
    ...(response !== undefined && {
      response: {
        status: Number(objectOf(response, '“response” has to be an object.')['status'] ?? 200),
        statusDescription: textOf(objectOf(response, '')['statusDescription'], ''),
        headers: readHeaders(objectOf(response, '')['headers']),
      },
    }),
    ...(origin && { origin }),
  }
}

/** The message that an event describes; fails with one sentence where the event is not of the shape. */
export function readEvent(
  type: 'cloudfront-function' | 'lambda@edge',
  event: Json,
): Result<EdgeInput, string> {
  try {
    const given = objectOf(event, 'The event has to be a JSON object.')
    return ok(type === 'lambda@edge' ? lambdaInput(given) : cloudFrontInput(given))
  } catch (error) {
    if (error instanceof Refusal) return failed(error.message)
    throw error
  }
}
