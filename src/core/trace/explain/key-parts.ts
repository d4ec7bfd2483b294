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
