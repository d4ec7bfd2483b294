/**
 * A folder behind an S3 REST endpoint.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
import { bodyOf, noBody } from '#core/http/body.ts'
import type { OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'
import type { Refuse } from './cors.ts'
import { Files } from './files.ts'
import { objectAnswer, s3Headers } from './object-answer.ts'
import type { LocalOrigin, OriginCall } from './origin.ts'

const messages = {
  AccessDenied: [403, 'Access Denied'],
  NoSuchKey: [404, 'The specified key does not exist.'],
  InvalidURI: [400, "Couldn't parse the specified URI."],
  MethodNotAllowed: [405, 'The specified method is not allowed against this resource.'],
  PreconditionFailed: [412, 'At least one of the pre-conditions you specified did not hold'],
  InvalidRange: [416, 'The requested range is not satisfiable'],
} as const satisfies Readonly<Record<string, readonly [status: number, message: string]>>

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function errorAnswer(
  { method }: OriginRequest,
  now: number,
  [status, code, message]: readonly [status: number, code: string, message: string],
  more: Readonly<Record<string, string>>,
): OriginAnswer {
  const details = Object.entries(more).map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
  const headers = s3Headers(now, { 'content-type': 'application/xml' })
  const id = headers.first('x-amz-request-id') ?? ''
  const body = bodyOf(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message>${details.join('')}<RequestId>${id}</RequestId></Error>`,
  )
  headers.set('content-length', String(body.size))
  return { status, headers, body: method === 'HEAD' ? noBody : body }
}

/** An error as the REST API tells it. */
const s3Error = (
  code: keyof typeof messages,
  request: OriginRequest,
  now: number,
  more: Readonly<Record<string, string>> = {},
): OriginAnswer => errorAnswer(request, now, [messages[code][0], code, messages[code][1]], more)

/** A refusal as the REST API tells it. */
export const refusedByBucket: Refuse = (request, now, status, code, message) =>
  errorAnswer(request, now, [status, code, message], {
    Method: request.headers.first('access-control-request-method') ?? request.method,
    ResourceType: 'OBJECT',
  })

/** The key that a path names; null where its percent-encoding is none. */
export function keyOf({ originPath, path }: OriginRequest): string | null {
  try {
    return decodeURIComponent(`${originPath}${path}`).replace(/^\//, '')
  } catch {
    return null
  }
}

export interface BucketOptions {
  readonly folder: string
  /** Refuses what CloudFront has not signed, as a bucket does whose policy lets only CloudFront in. */
  readonly wantsSignature: boolean
}

export class BucketOrigin implements LocalOrigin {
  private readonly files: Files
  private readonly wantsSignature: boolean

  constructor({ folder, wantsSignature }: BucketOptions) {
    this.files = new Files(folder)
    this.wantsSignature = wantsSignature
  }

  async send(request: OriginRequest, call: OriginCall): Promise<OriginAnswer> {
    const { now } = call
    const isSigned = request.headers.has('authorization') || request.origin.access.kind === 'oai'
    if (this.wantsSignature && !isSigned) return s3Error('AccessDenied', request, now)
    if (request.method === 'POST') return s3Error('MethodNotAllowed', request, now, { Method: 'POST' })
    // The folder is read only: what may write is for a policy that nobody has written here.
    if (request.method !== 'GET' && request.method !== 'HEAD') return s3Error('AccessDenied', request, now)
    const key = keyOf(request)
    if (key === null) return s3Error('InvalidURI', request, now, { URI: request.path })
    const file = await this.files.find(key)
    if (!file) return this.missing(request, key, now)
    return objectAnswer(request, file, call, (status) =>
      status === 416
        ? s3Error('InvalidRange', request, now, {
            RangeRequested: request.headers.first('range') ?? '',
            ActualObjectSize: String(file.size),
          })
        : s3Error('PreconditionFailed', request, now),
    )
  }

  /** Who may not list a bucket is not told what is missing in it. */
  private missing(request: OriginRequest, key: string, now: number): OriginAnswer {
    const { kind, access } = request.origin
    return kind === 's3' && !access.grant.list
      ? s3Error('AccessDenied', request, now)
      : s3Error('NoSuchKey', request, now, { Key: key })
  }

  close(): void {}
}
