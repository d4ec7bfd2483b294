import { cookiePairs, cookieValue } from '#core/http/cookies.ts'
import { queryValue } from '#core/http/query-string.ts'
import type { Json } from '#core/model/field.ts'
import { listOf, numberOf, objectOf, textOf } from '#core/trace/waf/json.ts'
import { addressesOf, defineStatement } from '#core/trace/waf/statement.ts'
import type { WafRequest } from '#core/trace/waf/web-acl.ts'

type KeyOf = (request: WafRequest) => string | null

const nameOf = (config: Json | undefined) => textOf(objectOf(config)['Name'])?.toLowerCase() ?? ''

const forwarded = (config: Json | undefined): KeyOf => {
  const addresses = addressesOf(config)
  return (request) => {
    const found = addresses(request)
    return typeof found === 'string' ? null : (found[0] ?? null)
  }
}

const customKeys: Readonly<
  Record<string, (config: Json | undefined, forwardedIp: Json | undefined) => KeyOf>
> = {
  Header:
    (config) =>
    ({ headers }) =>
      headers.combined(nameOf(config)),
  Cookie:
    (config) =>
    ({ headers }) =>
      cookieValue(cookiePairs(headers.all('cookie')), textOf(objectOf(config)['Name']) ?? '') ?? null,
  QueryArgument:
    (config) =>
    ({ query }) =>
      queryValue(query, textOf(objectOf(config)['Name']) ?? '') ?? null,
  QueryString:
    () =>
    ({ query }) =>
      query,
  HTTPMethod:
    () =>
    ({ method }) =>
      method,
  UriPath:
    () =>
    ({ path }) =>
      path,
  IP:
    () =>
    ({ ip }) =>
      ip,
  ForwardedIP: (_, forwardedIp) => forwarded(forwardedIp),
  ASN:
    () =>
    ({ asn }) =>
      asn,
  JA3Fingerprint:
    () =>
    ({ ja3 }) =>
      ja3,
  JA4Fingerprint:
    () =>
    ({ ja4 }) =>
      ja4,
  LabelNamespace: (config) => {
    const namespace = textOf(objectOf(config)['Namespace']) ?? ''
    return ({ labels }) => [...labels].filter((label) => label.includes(namespace)).join() || null
  },
}

function keyOf(config: { readonly [name: string]: Json }): KeyOf | undefined {
  const type = textOf(config['AggregateKeyType'])
  if (type === 'CONSTANT') return () => ''
  if (type === 'FORWARDED_IP') return forwarded(config['ForwardedIPConfig'])
  if (type !== 'CUSTOM_KEYS') return ({ ip }) => ip
  const parts = listOf(config['CustomKeys']).map((key) => {
    const [name = '', inner] = Object.entries(objectOf(key))[0] ?? []
    return Object.hasOwn(customKeys, name)
      ? customKeys[name]?.(inner as Json, config['ForwardedIPConfig'])
      : undefined
  })
  const known = parts.filter((part) => part !== undefined)
  if (known.length === 0 || known.length < parts.length) return undefined
  return (request) => {
    const values = known.map((part) => part(request))
    return values.includes(null) ? null : values.join('\n')
  }
}

/**
 * Counts over the simulated clock. That the limit acts with the very next request is inferred: AWS WAF estimates rates
 * and acts within tens of seconds.
 * https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html
 */
export const rateBased = defineStatement({
  name: 'RateBasedStatement',
  compile(config, { compile, ruleName }) {
    const limit = numberOf(config['Limit'])
    const key = keyOf(config)
    if (limit === undefined || !key) return { unplayed: 'a rate whose limit or key is not known' }
    const scope = config['ScopeDownStatement'] === undefined ? null : compile(config['ScopeDownStatement'])
    if (scope && 'unplayed' in scope) return scope
    const window = (numberOf(config['EvaluationWindowSec']) ?? 300) * 1000
    return {
      matches: (request, counts) => {
        if (scope && !scope.matches(request, counts)) return false
        const value = key(request)
        if (value === null) return false
        const id = `${ruleName}\n${value}`
        const times = (counts.get(id) ?? []).filter((time) => time > request.now - window)
        times.push(request.now)
        counts.set(id, times)
        return times.length > limit
      },
    }
  },
})
