/**
 * A bucket's CORS configuration, as S3 evaluates it: the first rule that fits the origin, the method and every header.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html#cors-eval-criteria
 * https://docs.aws.amazon.com/AmazonS3/latest/API/RESTOPTIONSobject.html
 */
import { noBody } from '#core/http/body.ts'
import { type HeaderFields, listItems } from '#core/http/header-fields.ts'
import type { OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'
import { s3Headers } from './object-answer.ts'
import type { LocalOrigin, OriginCall } from './origin.ts'

export interface CorsRule {
  readonly origins: readonly string[]
  readonly methods: readonly string[]
  readonly headers: readonly string[]
  readonly exposed: readonly string[]
  /** Seconds; null where the rule has none. */
  readonly maxAge: string | null
}

/** Makes an error in the endpoint's own form. */
export type Refuse = (
  request: OriginRequest,
  now: number,
  status: number,
  code: string,
  message: string,
) => OriginAnswer

const notEnabled = 'CORSResponse: CORS is not enabled for this bucket.'
const notAllowed = 'CORSResponse: This CORS request is not allowed.'

/** A text with one `*` at most. */
function fits(pattern: string, text: string): boolean {
  const star = pattern.indexOf('*')
  if (star < 0) return pattern === text
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)]
  return text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after)
}

const allowsHeader = ({ headers }: CorsRule, name: string): boolean =>
  headers.some((pattern) => fits(pattern.toLowerCase(), name))

interface Wanted {
  readonly origin: string
  readonly method: string
  /** Lower case. */
  readonly headers: readonly string[]
}

const ruleFor = (rules: readonly CorsRule[], { origin, method, headers }: Wanted): CorsRule | undefined =>
  rules.find(
    (rule) =>
      rule.origins.some((pattern) => fits(pattern, origin)) &&
      rule.methods.includes(method) &&
      headers.every((name) => allowsHeader(rule, name)),
  )

function allow(headers: HeaderFields, rule: CorsRule, { origin, headers: asked }: Wanted): void {
  const isForAll = rule.origins.find((pattern) => fits(pattern, origin)) === '*'
  headers.set('access-control-allow-origin', isForAll ? '*' : origin)
  headers.set('access-control-allow-methods', rule.methods.join(', '))
  if (asked.length > 0) headers.set('access-control-allow-headers', asked.join(', '))
  if (rule.exposed.length > 0) headers.set('access-control-expose-headers', rule.exposed.join(', '))
  if (rule.maxAge !== null) headers.set('access-control-max-age', rule.maxAge)
  if (!isForAll) headers.set('access-control-allow-credentials', 'true')
  headers.set('vary', 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method')
}

interface CorsOptions {
  readonly origin: LocalOrigin
  readonly rules: readonly CorsRule[]
  readonly refuse: Refuse
}

/** The endpoint behind it never sees a preflight request. */
export class CorsOrigin implements LocalOrigin {
  private readonly options: CorsOptions

  constructor(options: CorsOptions) {
    this.options = options
  }

  send(request: OriginRequest, call: OriginCall): OriginAnswer | Promise<OriginAnswer> {
    if (request.method === 'OPTIONS') return this.preflight(request, call.now)
    const { origin, rules } = this.options
    const asking = request.headers.first('origin')
    const answer = origin.send(request, call)
    if (asking === null || rules.length === 0) return answer
    const wanted: Wanted = { origin: asking, method: request.method, headers: [] }
    const rule = ruleFor(rules, wanted)
    if (!rule) return answer
    return Promise.resolve(answer).then((came) => {
      if (!('error' in came)) allow(came.headers, rule, wanted)
      return came
    })
  }

  private preflight(request: OriginRequest, now: number): OriginAnswer {
    const { rules, refuse } = this.options
    const { headers } = request
    const origin = headers.first('origin')
    const method = headers.first('access-control-request-method')
    if (origin === null)
      return refuse(
        request,
        now,
        400,
        'BadRequest',
        'Insufficient information. Origin request header needed.',
      )
    if (method === null)
      return refuse(request, now, 400, 'BadRequest', 'Invalid Access-Control-Request-Method: null')
    const asked = listItems(headers.combined('access-control-request-headers') ?? '')
    const wanted: Wanted = { origin, method, headers: asked.map((name) => name.toLowerCase()) }
    const rule = ruleFor(rules, wanted)
    if (!rule) return refuse(request, now, 403, 'AccessForbidden', rules.length > 0 ? notAllowed : notEnabled)
    const allowed = s3Headers(now, { 'content-length': '0' })
    allow(allowed, rule, wanted)
    return { status: 200, headers: allowed, body: noBody }
  }

  close(): void {
    this.options.origin.close()
  }
}
