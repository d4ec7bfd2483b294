/** The parts of a cache key one by one, each with the setting that put it there. */
import { queryParameters } from '#core/http/query-string.ts'
import type { Behavior, DesignDocument } from '#core/model/document.ts'
import { isRef, known } from '#core/model/field.ts'
import { managedPolicies } from '#core/model/managed-policies.ts'
import { type Path, toPointer } from '#core/model/path.ts'
import type { CacheKey } from '#core/model/scenario.ts'
import { nameOf } from '#core/model/stand-in.ts'

export type KeyPartKind = 'host' | 'path' | 'query' | 'header' | 'cookie' | 'accept-encoding'

export interface KeyPart {
  readonly kind: KeyPartKind
  /** Of the header, cookie or parameter; empty for the host and the path. */
  readonly name: string
  readonly value: string
}

/** Parameters of the same name are one part, in the order in which they were sent. */
function queryParts(query: string): KeyPart[] {
  const values = new Map<string, string[]>()
  for (const { name, text } of queryParameters(query))
    values.set(name, [...(values.get(name) ?? []), text.slice(name.length + 1)])
  return [...values].map(([name, all]) => ({ kind: 'query', name, value: all.join(', ') }))
}

/** A key in its parts: host, path, query parameters, headers, cookies. */
export const keyParts = (key: CacheKey): KeyPart[] => [
  { kind: 'host', name: '', value: key.host },
  { kind: 'path', name: '', value: key.path },
  ...queryParts(key.query),
  ...Object.entries(key.headers).map(
    ([name, value]): KeyPart => ({
      kind: name === 'accept-encoding' ? 'accept-encoding' : 'header',
      name,
      value,
    }),
  ),
  ...Object.entries(key.cookies).map(([name, value]): KeyPart => ({ kind: 'cookie', name, value })),
]

const partWords: Readonly<Record<KeyPartKind, string>> = {
  host: 'the host',
  path: 'the path',
  query: 'the query string parameter',
  header: 'the header',
  cookie: 'the cookie',
  'accept-encoding': 'the Accept-Encoding header, reduced to the codings that the policy knows',
}

/** A part of a key by its name, and never by its value, which may be a secret. */
export const partInWords = ({ kind, name }: Pick<KeyPart, 'kind' | 'name'>): string =>
  kind === 'accept-encoding' || name === '' ? partWords[kind] : `${partWords[kind]} “${name}”`

/** A part that two keys do not have alike; null where one does not have it. */
export interface PartDifference extends Pick<KeyPart, 'kind' | 'name'> {
  readonly first: string | null
  readonly second: string | null
}

/** The parts in which two keys differ, in the order of the keys. */
export function differingParts(first: CacheKey | null, second: CacheKey | null): PartDifference[] {
  const idOf = ({ kind, name }: KeyPart) => `${kind} ${name}`
  const byId = (key: CacheKey | null) => new Map((key ? keyParts(key) : []).map((part) => [idOf(part), part]))
  const [before, after] = [byId(first), byId(second)]
  return [...new Map([...before, ...after])].flatMap(([id, { kind, name }]) => {
    const [one, two] = [before.get(id)?.value ?? null, after.get(id)?.value ?? null]
    return one === two ? [] : [{ kind, name, first: one, second: two }]
  })
}

export interface KeySource {
  /** “Managed-CachingOptimized”, “the legacy settings of “/a/*””. */
  readonly name: string
  /** The settings in words: `HeadersConfig`. */
  readonly setting: string
  /** A JSON pointer to the field. */
  readonly pointer: string
}

const policySettings: Readonly<Record<KeyPartKind, string>> = {
  host: '',
  path: '',
  query: 'QueryStringsConfig',
  header: 'HeadersConfig',
  cookie: 'CookiesConfig',
  'accept-encoding': 'EnableAcceptEncodingGzip',
}
const legacySettings: Readonly<Record<KeyPartKind, string>> = {
  host: '',
  path: '',
  query: 'QueryString',
  header: 'Headers',
  cookie: 'Cookies',
  'accept-encoding': 'Headers',
}

/** Which policy of a behavior puts a kind of part into the key. */
export function keySource(
  document: DesignDocument,
  behavior: Behavior,
  path: Path,
  kind: KeyPartKind,
): KeySource {
  const field = behavior.CachePolicyId
  if (field === undefined && behavior.ForwardedValues !== undefined)
    return {
      name: 'the behavior’s legacy settings',
      setting: `ForwardedValues.${legacySettings[kind]}`,
      pointer: toPointer([...path, 'ForwardedValues', legacySettings[kind]]),
    }
  const setting = policySettings[kind]
  if (isRef(field)) {
    const resource = document.resources[field.ref]
    const name = resource?.type === 'CachePolicy' ? known(resource.config.Name) : undefined
    return {
      name: `the cache policy “${name ?? field.ref}”`,
      setting,
      pointer: toPointer([
        'resources',
        field.ref,
        'config',
        'ParametersInCacheKeyAndForwardedToOrigin',
        setting,
      ]),
    }
  }
  const managed = managedPolicies('CachePolicy').find(({ id }) => id === known(field))
  return {
    name: managed ? `the managed cache policy “${managed.name}”` : `the cache policy “${nameOf(field)}”`,
    setting,
    pointer: toPointer([...path, 'CachePolicyId']),
  }
}
