/** How S3 answers for an object that is there: conditions, ranges, HEAD. */
import { noBody } from '#core/http/body.ts'
import { allowsRange, isNotModified } from '#core/http/conditional.ts'
import { formatHttpDate, parseHttpDate } from '#core/http/dates.ts'
import { HeaderFields, listItems } from '#core/http/header-fields.ts'
import { type ByteRange, parseRange } from '#core/http/ranges.ts'
import type { OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'
import { bodyFrom } from '#local/bytes/body.ts'
import { fileFlow, type StoredFile } from './files.ts'
import type { OriginCall } from './origin.ts'

/** Every answer of S3 bears these. */
export function s3Headers(now: number, more: Readonly<Record<string, string>> = {}): HeaderFields {
  return HeaderFields.from({
    'x-amz-id-2': 'frontage/local+folder=',
    'x-amz-request-id': now.toString(16).toUpperCase().padStart(16, '0'),
    date: formatHttpDate(now),
    server: 'AmazonS3',
    ...more,
  })
}

export interface Validators {
  readonly etag: string
  readonly lastModified: string
}

/** `If-Match` and `If-Unmodified-Since` (RFC 9110 §13.1.1, §13.1.4). */
function fails(headers: HeaderFields, { etag, lastModified }: Validators): boolean {
  const match = headers.combined('if-match')
  if (match !== null) return match.trim() !== '*' && !listItems(match).includes(etag)
  const since = parseHttpDate(headers.first('if-unmodified-since'))
  const modified = parseHttpDate(lastModified)
  return since !== null && modified !== null && modified > since
}

function rangeOf(
  { method, headers }: OriginRequest,
  size: number,
  validators: Validators,
): ByteRange | 'none' | 'unsatisfiable' {
  if (method !== 'GET' || !allowsRange(headers, validators)) return 'none'
  const ranges = parseRange(headers.first('range'), size)
  if (typeof ranges === 'string') return ranges
  const [only] = ranges
  // S3 serves one range only, and everything where several are asked for.
  return only !== undefined && ranges.length === 1 ? only : 'none'
}

/** `refuse` makes the error answer in the endpoint's own form. */
export async function objectAnswer(
  request: OriginRequest,
  file: StoredFile,
  call: OriginCall,
  refuse: (status: 412 | 416) => OriginAnswer,
): Promise<OriginAnswer> {
  const validators = { etag: file.etag, lastModified: formatHttpDate(file.modified.getTime()) }
  if (fails(request.headers, validators)) return refuse(412)
  const headers = s3Headers(call.now, {
    'last-modified': validators.lastModified,
    etag: file.etag,
    'x-amz-server-side-encryption': 'AES256',
    'accept-ranges': 'bytes',
    ...file.headers,
  })
  if (isNotModified(request.headers, validators)) {
    headers.delete('content-type')
    return { status: 304, headers, body: noBody }
  }
  const range = rangeOf(request, file.size, validators)
  if (range === 'unsatisfiable') return refuse(416)
  const [start, end] = range === 'none' ? [0, file.size - 1] : [range.start, range.end]
  headers.set('content-length', String(end - start + 1))
  if (range !== 'none') headers.set('content-range', `bytes ${start}-${end}/${file.size}`)
  const status = range === 'none' ? 200 : 206
  if (request.method === 'HEAD') return { status, headers, body: noBody }
  const flow = await fileFlow(file, start, end)
  call.onFlow(flow)
  return { status, headers, body: bodyFrom(flow) }
}
