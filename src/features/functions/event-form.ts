/** A request as a person writes it, made into the event that CloudFront would hand to the function. */
import { cloudFrontEvent } from '#core/edge/cloudfront-event.ts'
import type { EdgeEvent, EdgeInput } from '#core/edge/http-message.ts'
import { lambdaEvent } from '#core/edge/lambda-event.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { JsonObject } from '#core/model/field.ts'

export interface EventForm {
  readonly event: EdgeEvent
  readonly method: string
  /** Path with query string; the host is the distribution's. */
  readonly path: string
  /** `Name: value`, one per line. */
  readonly headers: string
  readonly ip: string
  readonly body: string
  /** On response events. */
  readonly status: string
  readonly responseHeaders: string
}

export const emptyForm: EventForm = {
  event: 'viewer-request',
  method: 'GET',
  path: '/',
  headers: 'User-Agent: Mozilla/5.0\nAccept: */*',
  ip: '198.51.100.1',
  body: '',
  status: '200',
  responseHeaders: 'Content-Type: text/html',
}

const host = 'd111111abcdef8.cloudfront.net'

/** The fields of lines; a line without a colon is left out. */
function fieldsOf(lines: string): HeaderFields {
  const pairs = lines.split('\n').flatMap((line): (readonly [string, string])[] => {
    const colon = line.indexOf(':')
    return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]] : []
  })
  return HeaderFields.fromPairs(pairs)
}

function inputOf(form: EventForm): EdgeInput {
  const at = form.path.indexOf('?')
  const uri = at < 0 ? form.path : form.path.slice(0, at)
  const headers = fieldsOf(form.headers)
  if (!headers.has('host')) headers.set('host', host)
  const isResponse = form.event.endsWith('response')
  return {
    event: form.event,
    distributionId: 'EDFDVBD6EXAMPLE',
    distributionDomainName: host,
    requestId: 'EXAMPLEntjQpEXAMPLE_SG5Z-EXAMPLEPmPfEu3EqEXAMPLE==',
    viewerIp: form.ip,
    includeBody: form.body !== '' && !isResponse,
    request: {
      method: form.method,
      uri: uri.startsWith('/') ? uri : `/${uri}`,
      querystring: at < 0 ? '' : form.path.slice(at + 1),
      headers,
      body: form.body,
    },
    ...(isResponse && {
      response: {
        status: Number(form.status) || 200,
        statusDescription: '',
        headers: fieldsOf(form.responseHeaders),
      },
    }),
    ...(form.event.startsWith('origin') && {
      origin: {
        protocol: 'https',
        domainName: 'origin.example.com',
        port: 443,
        originPath: '',
        readTimeout: 30,
      },
    }),
  }
}

/** The event of a form, in the shape that this kind of function gets. */
export const eventOfForm = (form: EventForm, type: 'cloudfront-function' | 'lambda@edge'): JsonObject =>
  (type === 'lambda@edge' ? lambdaEvent : cloudFrontEvent).toEvent(inputOf(form))

/** The events that a kind of function can stand on. */
export const eventsOf = (type: 'cloudfront-function' | 'lambda@edge'): readonly EdgeEvent[] =>
  type === 'lambda@edge'
    ? ['viewer-request', 'origin-request', 'origin-response', 'viewer-response']
    : ['viewer-request', 'viewer-response']
