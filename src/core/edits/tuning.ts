/** Makes a change of caching that a search has found to pay. */
import { behaviorsOf, distributionsIn, patternInWords } from '#core/model/distribution.ts'
import type { Behavior, CachePolicyConfig, DesignDocument, LogicalId } from '#core/model/document.ts'
import { combine, type Edit, insertAt, setAt } from '#core/model/edit.ts'
import { type Expression, isRef, known, knownItems } from '#core/model/field.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import type { Path } from '#core/model/path.ts'
import type { TtlTuning, Tuning } from '#core/model/tuning.ts'
import { freeKey, freeName } from './names.ts'
import { addResource } from './resources.ts'

type LeaveOut = Extract<Tuning, { kind: 'leave-out' }>
/** Those that change what a behavior's policy says. */
type OfPolicy = Exclude<Tuning, { kind: 'split' }> | TtlTuning
type KeyParameters = Exclude<
  CachePolicyConfig['ParametersInCacheKeyAndForwardedToOrigin'],
  Expression | undefined
>

interface Choice {
  readonly behavior: 'none' | 'whitelist' | 'allExcept' | 'all'
  readonly names: readonly string[]
}

const others = (names: readonly string[], gone: readonly string[]) =>
  names.filter((name) => !gone.some((one) => one.toLowerCase() === name.toLowerCase()))

/** What of a list stays in the key without some names; null where that cannot be said. */
function without({ behavior, names }: Choice, gone: readonly string[]): Choice | null {
  if (behavior === 'all') return { behavior: 'allExcept', names: gone }
  if (behavior === 'allExcept') return { behavior, names: [...names, ...others(gone, names)] }
  if (behavior !== 'whitelist') return null
  const left = others(names, gone)
  return left.length === 0 ? { behavior: 'none', names: [] } : { behavior, names: left }
}

function parametersWithout(parameters: KeyParameters, { part, names }: LeaveOut): KeyParameters | null {
  if (part === 'query string') {
    const { QueryStringBehavior, QueryStrings } = known(parameters.QueryStringsConfig) ?? {}
    const left = without(
      { behavior: known(QueryStringBehavior) ?? 'none', names: knownItems(QueryStrings) },
      names,
    )
    return (
      left && {
        ...parameters,
        QueryStringsConfig: {
          QueryStringBehavior: left.behavior,
          ...(left.names.length > 0 && { QueryStrings: [...left.names] }),
        },
      }
    )
  }
  if (part === 'cookie') {
    const { CookieBehavior, Cookies } = known(parameters.CookiesConfig) ?? {}
    const left = without({ behavior: known(CookieBehavior) ?? 'none', names: knownItems(Cookies) }, names)
    return (
      left && {
        ...parameters,
        CookiesConfig: {
          CookieBehavior: left.behavior,
          ...(left.names.length > 0 && { Cookies: [...left.names] }),
        },
      }
    )
  }
  const { HeaderBehavior, Headers } = known(parameters.HeadersConfig) ?? {}
  if (known(HeaderBehavior) !== 'whitelist') return null
  const left = others(knownItems(Headers), names)
  return {
    ...parameters,
    HeadersConfig:
      left.length === 0 ? { HeaderBehavior: 'none' } : { HeaderBehavior: 'whitelist', Headers: left },
  }
}

function policyAfter(config: CachePolicyConfig, tuning: OfPolicy) {
  if (tuning.kind === 'ttl') return { ...config, ...tuning.ttls }
  if (tuning.kind === 'lengthen')
    return {
      ...config,
      MinTTL: tuning.seconds,
      DefaultTTL: tuning.seconds,
      MaxTTL: Math.max(tuning.seconds, known(config.MaxTTL) ?? 31_536_000),
    }
  const parameters = parametersWithout(known(config.ParametersInCacheKeyAndForwardedToOrigin) ?? {}, tuning)
  return parameters && { ...config, ParametersInCacheKeyAndForwardedToOrigin: parameters }
}

/** Behaviors of the whole design that use a policy. */
const usersOf = (document: DesignDocument, id: LogicalId): number =>
  distributionsIn(document)
    .flatMap((distribution) => behaviorsOf(distribution))
    .filter(({ behavior }) => isRef(behavior.CachePolicyId) && behavior.CachePolicyId.ref === id).length

/** A policy of this behavior alone is changed; one that others use, and a managed one, is copied. */
function withPolicy(
  document: DesignDocument,
  path: Path,
  behavior: Behavior,
  tuning: OfPolicy,
  label: string,
): Edit | null {
  const config = policyBehind(document, 'CachePolicy', behavior.CachePolicyId)
  const changed = config && policyAfter(config, tuning)
  if (!changed) return null
  const { CachePolicyId } = behavior
  if (isRef(CachePolicyId) && usersOf(document, CachePolicyId.ref) === 1)
    return { ...setAt(['resources', CachePolicyId.ref, 'config'], changed, label), mergeKey: label }
  const names = Object.values(document.resources).flatMap((resource) =>
    resource.type === 'CachePolicy' ? (known(resource.config.Name) ?? []) : [],
  )
  const name = freeName(`${(known(config.Name) ?? 'Policy').replace(/^Managed-/, '')}-tuned`, names)
  // Named after the policy that it takes the place of, as people name resources: “ShortTuned”.
  const like = isRef(CachePolicyId) ? CachePolicyId.ref : (known(config.Name) ?? 'Policy')
  const added = addResource(
    document,
    `${like.replace(/^Managed-/, '').replaceAll(/[^A-Za-z0-9]/g, '')}Tuned`,
    {
      type: 'CachePolicy',
      config: { ...changed, Name: name },
    },
  )
  return combine(label, [added.edit, setAt([...path, 'CachePolicyId'], { ref: added.id })])
}

/** The form without a cache policy. */
function withForwardedValues(path: Path, behavior: Behavior, tuning: OfPolicy, label: string): Edit | null {
  if (tuning.kind !== 'leave-out')
    return combine(
      label,
      Object.entries(
        tuning.kind === 'ttl'
          ? tuning.ttls
          : {
              MinTTL: tuning.seconds,
              DefaultTTL: tuning.seconds,
              MaxTTL: Math.max(tuning.seconds, known(behavior.MaxTTL) ?? 31_536_000),
            },
      ).map(([field, seconds]) => setAt([...path, field], seconds)),
    )
  const values = known(behavior.ForwardedValues) ?? {}
  const place = [...path, 'ForwardedValues']
  const { names: gone, part } = tuning
  const holdsAll = (names: readonly string[]) => gone.every((name) => names.includes(name))
  if (part === 'query string') {
    const names = knownItems(values.QueryStringCacheKeys)
    return holdsAll(names) ? setAt([...place, 'QueryStringCacheKeys'], others(names, gone), label) : null
  }
  if (part === 'header') {
    const names = knownItems(values.Headers)
    return names.includes('*') ? null : setAt([...place, 'Headers'], others(names, gone), label)
  }
  const names = knownItems(known(values.Cookies)?.WhitelistedNames)
  return holdsAll(names) ? setAt([...place, 'Cookies', 'WhitelistedNames'], others(names, gone), label) : null
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
const cachingOptimized = '658327ea-f89d-4fab-a63d-7e88639e58f6'

function splitOff(
  document: DesignDocument,
  owner: LogicalId,
  behavior: Behavior,
  index: number | undefined,
  files: string,
  label: string,
): Edit {
  const { ForwardedValues: _, MinTTL: __, DefaultTTL: ___, MaxTTL: ____, ...kept } = behavior
  const list = distributionsIn(document).find(({ id }) => id === owner)?.config.CacheBehaviors ?? []
  return insertAt(
    ['resources', owner, 'config', 'CacheBehaviors'],
    index ?? list.length,
    {
      ...kept,
      key: freeKey(files, list),
      PathPattern: files,
      CachePolicyId: cachingOptimized,
      Compress: true,
    },
    label,
  )
}

/** The edit that makes a change; null where the design's settings are an expression or have no form for it. */
export function tuningEdit(
  document: DesignDocument,
  owner: LogicalId,
  tuning: Tuning | TtlTuning,
): Edit | null {
  const distribution = distributionsIn(document).find(({ id }) => id === owner)
  const placed =
    distribution &&
    behaviorsOf(distribution).find(
      ({ behavior, index }) => (index === undefined ? '*' : known(behavior.PathPattern)) === tuning.pattern,
    )
  if (!placed) return null
  const { behavior, index, path } = placed
  if (tuning.kind === 'split')
    return splitOff(document, owner, behavior, index, tuning.files, `Split off “${tuning.files}”`)
  const label =
    tuning.kind !== 'leave-out'
      ? `Lengthen the TTL of “${patternInWords(tuning.pattern)}”`
      : `Take “${tuning.names.join('”, “')}” out of the cache key of “${patternInWords(tuning.pattern)}”`
  return behavior.CachePolicyId === undefined
    ? withForwardedValues(path, behavior, tuning, label)
    : withPolicy(document, path, behavior, tuning, label)
}
