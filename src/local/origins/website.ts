/**
 * A folder behind an S3 website endpoint: index documents, an error document, pages instead of XML.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html
 */
import { bodyOf, noBody } from '#core/http/body.ts'
import type { OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'
import { bodyFrom } from '#local/bytes/body.ts'
import { keyOf } from './bucket.ts'
import type { Refuse } from './cors.ts'
import { Files, fileFlow } from './files.ts'
import { objectAnswer, s3Headers } from './object-answer.ts'
import type { LocalOrigin, OriginCall } from './origin.ts'
import { type RoutingRule, redirectBy, redirectTo, routingRule } from './website-redirects.ts'

export interface Website {
  readonly indexDocument: string
  /** Undefined where the bucket has none. */
  readonly errorDocument: string | undefined
  readonly rules: readonly RoutingRule[]
}

interface WebsiteOptions extends Website {
  readonly folder: string
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  412: 'Precondition Failed',
  416: 'Requested Range Not Satisfiable',
}

export class WebsiteOrigin implements LocalOrigin {
  private readonly files: Files
  private readonly options: WebsiteOptions

  constructor(options: WebsiteOptions) {
    this.files = new Files(options.folder)
    this.options = options
  }

  async send(request: OriginRequest, call: OriginCall): Promise<OriginAnswer> {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return this.error(request, call, 405, 'MethodNotAllowed')
    const key = keyOf(request)
    if (key === null) return this.error(request, call, 400, 'InvalidURI')
    const { indexDocument, rules } = this.options
    const rule = routingRule(rules, key, null)
    if (rule) return redirectBy(rule, request, key, call.now)
    const wanted = key === '' || key.endsWith('/') ? `${key}${indexDocument}` : key
    const file = await this.files.find(wanted)
    const elsewhere = file?.headers['x-amz-website-redirect-location']
    if (elsewhere !== undefined) return redirectTo(elsewhere, 301, call.now)
    if (file)
      return objectAnswer(request, file, call, (status) =>
        page(request, call.now, status, titles[status] ?? ''),
      )
    // Without a slash, a folder with an index document is a redirect away.
    if (wanted === key && (await this.files.find(`${key}/${indexDocument}`)))
      return redirectTo(`${request.originPath}${request.path}/`, 302, call.now)
    const errorRule = routingRule(rules, key, 404)
    if (errorRule) return redirectBy(errorRule, request, key, call.now)
    return this.error(request, call, 404, 'NoSuchKey')
  }

  private async error(
    request: OriginRequest,
    call: OriginCall,
    status: number,
    code: string,
  ): Promise<OriginAnswer> {
    const { errorDocument } = this.options
    const file = errorDocument === undefined ? null : await this.files.find(errorDocument)
    if (!file || status === 405) return page(request, call.now, status, code)
    const headers = s3Headers(call.now, {
      'x-amz-error-code': code,
      etag: file.etag,
      ...file.headers,
      'content-length': String(file.size),
    })
    if (request.method === 'HEAD') return { status, headers, body: noBody }
    const flow = await fileFlow(file)
    call.onFlow(flow)
    return { status, headers, body: bodyFrom(flow) }
  }

  close(): void {}
}

/** A refusal as a website tells it. */
export const refusedByWebsite: Refuse = (request, now, status, code, message) =>
  page(request, now, status, code, message)

function page(
  { method }: OriginRequest,
  now: number,
  status: number,
  code: string,
  message?: string,
): OriginAnswer {
  const title = `${status} ${titles[status] ?? code}`
  const line = message === undefined ? '' : `<li>Message: ${message}</li>\n`
  const body = bodyOf(
    `<html>\n<head><title>${title}</title></head>\n<body>\n<h1>${title}</h1>\n<ul>\n<li>Code: ${code}</li>\n${line}</ul>\n</body>\n</html>\n`,
  )
  const headers = s3Headers(now, {
    'x-amz-error-code': code,
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(body.size),
  })
  return { status, headers, body: method === 'HEAD' ? noBody : body }
}
