/**
 * Where a website endpoint leads viewers to: all requests, those of a prefix, or those that end in an error.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-page-redirect.html#advanced-conditional-redirects
 */
import { noBody } from '#core/http/body.ts'
import type { OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'
import { s3Headers } from './object-answer.ts'

export interface RedirectRule {
  readonly protocol: string | undefined
  readonly host: string | undefined
  readonly status: number
  /** The whole key, or what takes the place of the condition's prefix. */
  readonly key: string | undefined
  readonly prefix: string | undefined
}

export interface RoutingRule {
  readonly condition: { readonly prefix: string; readonly error: number | null }
  readonly redirect: RedirectRule
}

/** The first rule for a key; `error` is the status that the request would end in, null before anybody looked. */
export const routingRule = (
  rules: readonly RoutingRule[],
  key: string,
  error: number | null,
): RoutingRule | undefined =>
  rules.find(({ condition }) => condition.error === error && key.startsWith(condition.prefix))

/** The slashes of a key stay. */
const inUrl = (key: string): string => key.split('/').map(encodeURIComponent).join('/')

function keyAfter({ condition, redirect }: RoutingRule, key: string): string {
  if (redirect.key !== undefined) return redirect.key
  if (redirect.prefix === undefined) return inUrl(key)
  return redirect.prefix + inUrl(key.slice(condition.prefix.length))
}

export function redirectTo(location: string, status: number, now: number): OriginAnswer {
  return { status, headers: s3Headers(now, { location, 'content-length': '0' }), body: noBody }
}

/**
 * The address is whole: without a host in the rule it has the host that CloudFront asked for, which viewers may not know.
 * The query string goes along.
 */
export function redirectBy(
  rule: RoutingRule,
  request: OriginRequest,
  key: string,
  now: number,
): OriginAnswer {
  const { protocol = request.protocol, host, status } = rule.redirect
  const wanted = host ?? request.headers.first('host') ?? request.domainName
  const path = keyAfter(rule, key)
  const joint = path.includes('?') ? '&' : '?'
  const query = request.query === '' ? '' : `${joint}${request.query}`
  return redirectTo(`${protocol}://${wanted}/${path}${query}`, status, now)
}
