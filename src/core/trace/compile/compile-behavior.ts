/** A cache behavior with its policies (or legacy settings) merged into what the stages need. */
import type { AccountFacts } from '#core/model/account.ts'
import type {
  Behavior,
  CachePolicyConfig,
  DesignDocument,
  OriginRequestPolicyConfig,
} from '#core/model/document.ts'
import { isRef, known, knownItems } from '#core/model/field.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import type { Path } from '#core/model/path.ts'
import { compileEncryption } from './compile-encryption.ts'
import { compileFunctions } from './compile-function.ts'
import { compileSigning } from './compile-signing.ts'
import type {
  CompiledBehavior,
  CompiledTarget,
  ForwardSettings,
  KeySettings,
  TtlSettings,
} from './compiled.ts'
import { selectionOf, takesAll, takesNone } from './selection.ts'

/**
 * Cookie names may hold `*` and `?`. AWS says so of the legacy lists; that it holds in policies too is inferred from
 * policies in use (WordPress names its cookies with a hash).
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Cookies.html
 */
const cookieNames = { wildcards: true } as const

const day = 86_400
const year = 31_536_000
const noHeaders = { mode: 'none', names: [], takes: () => false } as const

const ttlSettings = (min: number, fallback: number, max: number, path: Path): TtlSettings => ({
  min,
  default: Math.min(Math.max(fallback, min), Math.max(max, min)),
  max: Math.max(max, min),
  disabled: min === 0 && fallback === 0 && max === 0,
  path,
})

const numberOr = (value: unknown, fallback: number): number => {
  const number = typeof value === 'string' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : fallback
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cache-key-understand-cache-policy.html */
function fromCachePolicy(policy: CachePolicyConfig, path: Path): { ttl: TtlSettings; key: KeySettings } {
  const parameters = known(policy.ParametersInCacheKeyAndForwardedToOrigin)
  const headers = known(parameters?.HeadersConfig)
  const cookies = known(parameters?.CookiesConfig)
  const query = known(parameters?.QueryStringsConfig)
  const min = numberOr(known(policy.MinTTL), 0)
  const max = numberOr(known(policy.MaxTTL), Math.max(year, min))
  const ttl = ttlSettings(
    min,
    numberOr(known(policy.DefaultTTL), Math.min(max, Math.max(day, min))),
    max,
    path,
  )
  const headerSelection = selectionOf(known(headers?.HeaderBehavior), knownItems(headers?.Headers), {
    ignoresCase: true,
  })
  return {
    ttl,
    key: ttl.disabled
      ? {
          query: takesNone,
          headers: noHeaders,
          headerNames: [],
          cookies: takesNone,
          gzip: false,
          brotli: false,
          path,
        }
      : {
          query: selectionOf(known(query?.QueryStringBehavior), knownItems(query?.QueryStrings)),
          headers: headerSelection,
          headerNames: [...headerSelection.names].sort(),
          cookies: selectionOf(known(cookies?.CookieBehavior), knownItems(cookies?.Cookies), cookieNames),
          gzip: known(parameters?.EnableAcceptEncodingGzip) === true,
          brotli: known(parameters?.EnableAcceptEncodingBrotli) === true,
          path,
        },
  }
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html (legacy settings) */
function fromLegacy(
  behavior: Behavior,
  path: Path,
  isBucket: boolean,
): { ttl: TtlSettings; key: KeySettings; forward: ForwardSettings } {
  const values = known(behavior.ForwardedValues)
  const valuesPath = [...path, 'ForwardedValues']
  const headerNames = knownItems(values?.Headers).map((name) => name.toLowerCase())
  const forwardsAll = headerNames.includes('*')
  const query = known(values?.QueryString) === true
  const queryKeys = knownItems(values?.QueryStringCacheKeys)
  const cookies = known(values?.Cookies)
  const cookieSelection = selectionOf(
    known(cookies?.Forward),
    knownItems(cookies?.WhitelistedNames),
    cookieNames,
  )
  const min = numberOr(known(behavior.MinTTL), 0)
  const max = numberOr(known(behavior.MaxTTL), Math.max(year, min))
  const compress = known(behavior.Compress) === true
  const ttl = ttlSettings(
    min,
    numberOr(known(behavior.DefaultTTL), Math.min(max, Math.max(day, min))),
    max,
    path,
  )
  const headers = forwardsAll ? takesAll : selectionOf('whitelist', headerNames, { ignoresCase: true })
  const querySelection =
    query && queryKeys.length > 0 ? selectionOf('whitelist', queryKeys) : query ? takesAll : takesNone
  return {
    // All headers forwarded: every request is dynamic, nothing is stored.
    ttl: forwardsAll ? { ...ttl, min: 0, default: 0, max: 0, disabled: true } : ttl,
    key: {
      query: querySelection,
      headers,
      headerNames: forwardsAll ? [] : [...headerNames].sort(),
      cookies: isBucket ? takesNone : cookieSelection,
      gzip: !forwardsAll,
      brotli: !forwardsAll && compress,
      path: valuesPath,
    },
    forward: {
      query: query ? takesAll : takesNone,
      headers: takesNone,
      generated: [],
      cookies: cookieSelection,
      path: valuesPath,
    },
  }
}

const generatedPrefix = 'cloudfront-'

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-request-understand-origin-request-policy.html */
function fromOriginRequestPolicy(policy: OriginRequestPolicyConfig, path: Path): ForwardSettings {
  const headers = known(policy.HeadersConfig)
  const cookies = known(policy.CookiesConfig)
  const query = known(policy.QueryStringsConfig)
  const behavior = known(headers?.HeaderBehavior)
  const names = knownItems(headers?.Headers).map((name) => name.toLowerCase())
  const everything = behavior === 'allViewer' || behavior === 'allViewerAndWhitelistCloudFront'
  return {
    query: selectionOf(known(query?.QueryStringBehavior), knownItems(query?.QueryStrings)),
    headers: everything ? takesAll : selectionOf(behavior, names, { ignoresCase: true }),
    generated:
      behavior === 'allViewerAndWhitelistCloudFront' || behavior === 'whitelist'
        ? names.filter((name) => name.startsWith(generatedPrefix))
        : [],
    cookies: selectionOf(known(cookies?.CookieBehavior), knownItems(cookies?.Cookies), cookieNames),
    path,
  }
}

const policyPath = (field: unknown, path: Path, name: string): Path =>
  isRef(field) ? ['resources', field.ref, 'config'] : [...path, name]

const nothingForwarded: ForwardSettings = {
  query: takesNone,
  headers: noHeaders,
  generated: [],
  cookies: takesNone,
  path: null,
}

export interface BehaviorContext {
  readonly document: DesignDocument
  readonly account: AccountFacts
  readonly index: number | undefined
  readonly path: Path
  readonly target: CompiledTarget
}

/** Merges a behavior with what it names; missing or unknown policies become CloudFront's defaults. */
export function compileBehavior(behavior: Behavior, context: BehaviorContext): CompiledBehavior {
  const { document, account, index, path, target } = context
  const isLegacy = behavior.CachePolicyId === undefined && behavior.ForwardedValues !== undefined
  const isBucket = target.origins.some(({ kind }) => kind === 's3')
  const cachePath = policyPath(behavior.CachePolicyId, path, 'CachePolicyId')
  const caching: { ttl: TtlSettings; key: KeySettings; forward?: ForwardSettings } = isLegacy
    ? fromLegacy(behavior, path, isBucket)
    : fromCachePolicy(policyBehind(document, 'CachePolicy', behavior.CachePolicyId) ?? {}, cachePath)
  const requestPolicy = policyBehind(document, 'OriginRequestPolicy', behavior.OriginRequestPolicyId)
  const forward = requestPolicy
    ? fromOriginRequestPolicy(
        requestPolicy,
        policyPath(behavior.OriginRequestPolicyId, path, 'OriginRequestPolicyId'),
      )
    : undefined
  const responsePolicy = policyBehind(document, 'ResponseHeadersPolicy', behavior.ResponseHeadersPolicyId)
  const methods = known(behavior.AllowedMethods)
  const allowed = knownItems(methods?.Items)
  const protocol = known(behavior.ViewerProtocolPolicy)
  return {
    pattern: index === undefined ? '*' : (known(behavior.PathPattern) ?? ''),
    index,
    protocolPolicy: protocol === 'redirect-to-https' || protocol === 'https-only' ? protocol : 'allow-all',
    allowedMethods: new Set<string>(allowed.length > 0 ? allowed : ['GET', 'HEAD']),
    cachesOptions: knownItems(methods?.CachedMethods).includes('OPTIONS'),
    compress: known(behavior.Compress) === true,
    isLegacy,
    ttl: caching.ttl,
    key: caching.key,
    forward: forward ?? caching.forward ?? nothingForwarded,
    target,
    signing: compileSigning(document, account, behavior, path),
    functions: compileFunctions(document, account, behavior, path),
    responseHeaders: responsePolicy
      ? {
          config: responsePolicy,
          path: policyPath(behavior.ResponseHeadersPolicyId, path, 'ResponseHeadersPolicyId'),
        }
      : null,
    grpc: known(known(behavior.GrpcConfig)?.Enabled) === true,
    encryption: compileEncryption(document, behavior),
    path,
  }
}
