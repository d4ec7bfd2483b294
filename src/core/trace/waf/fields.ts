/**
 * The part of a request that a statement looks at.
 * https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-fields-list.html
 */
import { byteLength } from '#core/http/body.ts'
import { cookiePairs } from '#core/http/cookies.ts'
import { queryParameters } from '#core/http/query-string.ts'
import type { Json } from '#core/model/field.ts'
import { listOf, objectOf, textOf } from './json.ts'
import type { WafRequest } from './web-acl.ts'

/** The texts to compare, `match` or `no-match` where oversize or unreadable content decides by itself. */
export type Inspected = readonly string[] | 'match' | 'no-match'
export type Inspect = (request: WafRequest) => Inspected

/** Bytes of a body that AWS WAF looks at for CloudFront unless the web ACL's AssociationConfig says more. */
const inspectedBody = 16 * 1024

const oversize = (handling: string | undefined, texts: readonly string[]): Inspected =>
  handling === 'MATCH' ? 'match' : handling === 'NO_MATCH' ? 'no-match' : texts

function pairsSelected(
  pairs: readonly (readonly [name: string, value: string])[],
  config: Json | undefined,
  includedKey: string,
  excludedKey: string,
): readonly string[] {
  const { MatchPattern, MatchScope } = objectOf(config)
  const pattern = objectOf(MatchPattern)
  const names = (key: string) => listOf(pattern[key]).map((name) => textOf(name)?.toLowerCase() ?? '')
  const included = names(includedKey)
  const excluded = names(excludedKey)
  const chosen = pairs.filter(([name]) =>
    pattern['All'] !== undefined
      ? true
      : included.length > 0
        ? included.includes(name.toLowerCase())
        : !excluded.includes(name.toLowerCase()),
  )
  const scope = textOf(MatchScope) ?? 'ALL'
  return chosen.flatMap(([name, value]) => [
    ...(scope === 'VALUE' ? [] : [name]),
    ...(scope === 'KEY' ? [] : [value]),
  ])
}

const cookiesOf = ({ headers }: WafRequest) =>
  cookiePairs(headers.all('cookie')).map(({ name, value }) => [name, value] as const)

function leavesOf(value: Json, scope: string): string[] {
  if (typeof value !== 'object' || value === null) return scope === 'KEY' ? [] : [String(value)]
  if (Array.isArray(value)) return value.flatMap((item: Json) => leavesOf(item, scope))
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(scope === 'VALUE' ? [] : [name]),
    ...leavesOf(inner as Json, scope),
  ])
}

function jsonBody(config: Json | undefined): Inspect {
  const { MatchScope, InvalidFallbackBehavior, MatchPattern } = objectOf(config)
  const scope = textOf(MatchScope) ?? 'ALL'
  const paths = listOf(objectOf(MatchPattern)['IncludedPaths']).map((path) => textOf(path) ?? '')
  return ({ body }) => {
    try {
      const parsed = JSON.parse(body) as Json
      if (paths.length === 0) return leavesOf(parsed, scope)
      return paths.flatMap((path) => {
        const found = path
          .split('/')
          .slice(1)
          .reduce<Json | undefined>(
            (at, step) => (Array.isArray(at) ? at[Number(step)] : objectOf(at)[step]),
            parsed,
          )
        return found === undefined ? [] : leavesOf(found, scope)
      })
    } catch {
      const fallback = textOf(InvalidFallbackBehavior)
      return fallback === 'MATCH' ? 'match' : fallback === 'NO_MATCH' ? 'no-match' : [body]
    }
  }
}

const byName: Readonly<Record<string, (config: Json | undefined) => Inspect>> = {
  UriPath:
    () =>
    ({ path }) => [path],
  QueryString:
    () =>
    ({ query }) => [query],
  Method:
    () =>
    ({ method }) => [method],
  AllQueryArguments:
    () =>
    ({ query }) =>
      queryParameters(query).map(({ name, text }) => text.slice(name.length + 1)),
  SingleQueryArgument: (config) => {
    const wanted = textOf(objectOf(config)['Name'])?.toLowerCase() ?? ''
    return ({ query }) =>
      queryParameters(query)
        .filter(({ name }) => name.toLowerCase() === wanted)
        .map(({ name, text }) => text.slice(name.length + 1))
  },
  SingleHeader: (config) => {
    const name = textOf(objectOf(config)['Name'])?.toLowerCase() ?? ''
    return ({ headers }) => {
      const value = headers.combined(name)
      return value === null ? [] : [value]
    }
  },
  Headers: (config) => (request) =>
    pairsSelected([...request.headers], config, 'IncludedHeaders', 'ExcludedHeaders'),
  Cookies: (config) => (request) =>
    pairsSelected(cookiesOf(request), config, 'IncludedCookies', 'ExcludedCookies'),
  HeaderOrder:
    () =>
    ({ headers }) => [headers.names().join(':')],
  Body: (config) => {
    const handling = textOf(objectOf(config)['OversizeHandling'])
    return ({ body }) =>
      byteLength(body) > inspectedBody ? oversize(handling, [body.slice(0, inspectedBody)]) : [body]
  },
  JsonBody: jsonBody,
  JA3Fingerprint:
    (config) =>
    ({ ja3 }) =>
      ja3 === null ? oversize(textOf(objectOf(config)['FallbackBehavior']), []) : [ja3],
  JA4Fingerprint:
    (config) =>
    ({ ja4 }) =>
      ja4 === null ? oversize(textOf(objectOf(config)['FallbackBehavior']), []) : [ja4],
  UriFragment: () => () => [],
}

/** How a `FieldToMatch` is read; undefined where this kind is not played. */
export function inspectOf(field: Json | undefined): Inspect | undefined {
  const [name, config] = Object.entries(objectOf(field))[0] ?? []
  return name === undefined || !Object.hasOwn(byName, name) ? undefined : byName[name]?.(config as Json)
}
