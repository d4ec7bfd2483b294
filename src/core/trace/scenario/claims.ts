/** What may be claimed of a result by pointing at it: each claim is a place in an expectation and the value there. */
import type { Json, JsonObject } from '#core/model/field.ts'
import type { RequestResult } from '#core/model/scenario.ts'
import { compareExpectation } from './expectation.ts'

export interface Claim {
  /** In words: `status is 200`. */
  readonly label: string
  readonly group: 'Response' | 'Cache' | 'Header' | 'Origin request' | 'Function'
  /** Where in the expectation: `['headers', 'cache-control']`. */
  readonly path: readonly (string | number)[]
  readonly value: Json
}

/** Other with each request or place, so nothing to hold on to. */
const fleeting = new Set(['x-amz-cf-id', 'x-amz-cf-pop', 'via', 'date', 'x-cache'])

const show = (value: Json): string =>
  value === null ? 'nothing' : typeof value === 'string' ? `“${value}”` : JSON.stringify(value)

function cacheClaims({ xCache, servedBy, ttl, cacheKey, resultType }: RequestResult): Claim[] {
  const group = 'Cache'
  return [
    { group, label: `X-Cache is ${show(xCache)}`, path: ['xCache'], value: xCache },
    { group, label: `result type is ${resultType}`, path: ['resultType'], value: resultType },
    { group, label: `served by ${servedBy}`, path: ['servedBy'], value: servedBy },
    { group, label: ttl === null ? 'nothing is stored' : `kept for ${ttl} s`, path: ['ttl'], value: ttl },
    ...(cacheKey === null
      ? [{ group, label: 'never reaches the caches', path: ['cacheKey'], value: null } as const]
      : [
          {
            group,
            label: `key has the query ${show(cacheKey.query)}`,
            path: ['cacheKey', 'query'],
            value: cacheKey.query,
          } as const,
          ...Object.entries(cacheKey.headers).map(
            ([name, value]): Claim => ({
              group,
              label: `key has the header ${name}: ${value}`,
              path: ['cacheKey', 'headers', name],
              value,
            }),
          ),
          ...Object.entries(cacheKey.cookies).map(
            ([name, value]): Claim => ({
              group,
              label: `key has the cookie ${name}=${value}`,
              path: ['cacheKey', 'cookies', name],
              value,
            }),
          ),
        ]),
  ]
}

function originClaims({ originRequests }: RequestResult): Claim[] {
  const group = 'Origin request'
  const none: Claim = { group, label: 'the origin is not asked', path: ['originRequests'], value: [] }
  if (originRequests.length === 0) return [none]
  return originRequests.flatMap((attempt, index): Claim[] => {
    const at = ['originRequests', index] as const
    const which = originRequests.length > 1 ? `attempt ${index + 1}: ` : ''
    return [
      { group, label: `${which}goes to “${attempt.origin}”`, path: [...at, 'origin'], value: attempt.origin },
      { group, label: `${which}path is ${attempt.path}`, path: [...at, 'path'], value: attempt.path },
      {
        group,
        label: `${which}query is ${show(attempt.query)}`,
        path: [...at, 'query'],
        value: attempt.query,
      },
      { group, label: `${which}Host is ${attempt.host}`, path: [...at, 'host'], value: attempt.host },
      ...Object.entries(attempt.headers)
        .filter(([name]) => !fleeting.has(name) && name !== 'host')
        .map(([name, value]): Claim => {
          const json = typeof value === 'string' ? value : [...value]
          return {
            group,
            label: `${which}header ${name}: ${[value].flat().join(', ')}`,
            path: [...at, 'headers', name],
            value: json,
          }
        }),
    ]
  })
}

/** Everything of a result that holds on every run, the most telling first. */
export function claimsOf(result: RequestResult): Claim[] {
  const { status, behavior, body, headers, functions } = result
  return [
    { group: 'Response', label: `status is ${status}`, path: ['status'], value: status },
    { group: 'Response', label: `behavior is ${show(behavior)}`, path: ['behavior'], value: behavior },
    ...(body !== '' && body.length <= 200
      ? [{ group: 'Response', label: `body is ${show(body)}`, path: ['body'], value: body } as const]
      : []),
    ...cacheClaims(result),
    ...Object.entries(headers)
      .filter(([name]) => !fleeting.has(name))
      .map(([name, value]): Claim => {
        const json = typeof value === 'string' ? value : [...value]
        return {
          group: 'Header',
          label: `${name}: ${[value].flat().join(', ')}`,
          path: ['headers', name],
          value: json,
        }
      }),
    ...originClaims(result),
    ...functions.map(
      (run, index): Claim => ({
        group: 'Function',
        label: `${run.name} runs on the ${run.event}${run.error ? ` and fails with ${run.error.type}` : ''}`,
        path: ['functions', index, 'name'],
        value: run.name,
      }),
    ),
  ]
}

type Mutable = { [name: string]: Json }
const copy = (value: Json | undefined): Json => (value === undefined ? {} : structuredClone(value))

/** The expectation with the claim in it; lists whose length counts get an entry for each item of the result. */
export function withClaim(
  expect: JsonObject | undefined,
  { path, value }: Claim,
  result: RequestResult,
): JsonObject {
  const root = copy(expect) as Mutable // a copy is ours to write
  let at: Mutable = root
  for (const [depth, step] of path.slice(0, -1).entries()) {
    const isList = typeof path[depth + 1] === 'number'
    const length = step === 'originRequests' ? result.originRequests.length : result.functions.length
    at[step] ??= isList ? Array.from({ length }, () => ({})) : {}
    at = at[step] as Mutable // just made, or made so by an earlier claim
  }
  at[String(path.at(-1))] = copy(value)
  return root
}

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined ||
  (typeof value === 'object' && value !== null && Object.values(value).every((inner) => isEmpty(inner)))

/** The expectation without what stands at a path, and without what is then empty; `undefined` where nothing is left. */
export function withoutClaim(expect: JsonObject | undefined, path: Claim['path']): JsonObject | undefined {
  const root = copy(expect) as Mutable // a copy is ours to write
  let at: Json = root
  for (const step of path.slice(0, -1)) {
    const next: Json | undefined = (at as Mutable)[step]
    if (typeof next !== 'object' || next === null) return expect
    at = next
  }
  delete (at as Mutable)[String(path.at(-1))]
  for (const name of Object.keys(root))
    if (name === path[0] && path.length > 1 && isEmpty(root[name])) delete root[name]
  return Object.keys(root).length === 0 ? undefined : root
}

/** Whether the expectation says something at the claim's place. */
export function isClaimed(expect: JsonObject | undefined, path: Claim['path']): boolean {
  let at: Json | undefined = expect
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return false
    at = (at as Mutable)[step]
  }
  return true
}

/** One line for each thing that an expectation holds: what it says, and whether the result keeps it. */
export function claimsIn(
  expect: JsonObject | undefined,
  result: RequestResult | undefined,
): { readonly path: Claim['path']; readonly text: string; readonly failure: string | null }[] {
  const leaves = (value: Json, path: Claim['path']): Claim['path'][] => {
    const isOperator =
      typeof value === 'object' && value !== null && Object.keys(value).some((name) => name.startsWith('$'))
    if (typeof value !== 'object' || value === null || isOperator || isEmpty(value))
      return isOwnItem(path, value) ? [path] : []
    return Object.entries(value).flatMap(([name, inner]) =>
      leaves(inner, [...path, Array.isArray(value) ? Number(name) : name]),
    )
  }
  return leaves(expect ?? {}, []).map((path) => {
    const value = path.reduce<Json | undefined>((at, step) => (at as Mutable | undefined)?.[step], expect)
    const alone = path.length === 0 ? {} : onlyAt(expect, path)
    const failures = result ? compareExpectation(alone, result) : []
    return { path, text: `${path.join(' / ')}: ${JSON.stringify(value)}`, failure: failures[0] ?? null }
  })
}

/** The `{}` that only holds a list's length is no claim of its own. */
const isOwnItem = (path: Claim['path'], value: Json): boolean =>
  path.length > 0 && !(typeof path.at(-1) === 'number' && isEmpty(value) && typeof value === 'object')

/** An expectation that keeps only what stands at one path. */
function onlyAt(expect: JsonObject | undefined, path: Claim['path']): JsonObject {
  const pick = (value: Json | undefined, [step, ...rest]: Claim['path']): Json => {
    if (step === undefined || typeof value !== 'object' || value === null) return value ?? null
    if (Array.isArray(value)) return value.map((item, index) => (index === step ? pick(item, rest) : {}))
    return { [step]: pick((value as Mutable)[step], rest) }
  }
  return pick(expect, path) as JsonObject // begins at an object
}
