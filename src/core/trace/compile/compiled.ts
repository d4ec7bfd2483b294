/** A distribution made ready to serve requests: everything looked up and merged once. */
import type { BucketGrant } from '#core/model/bucket-policy.ts'
import type { LogicalId, ResponseHeadersPolicyConfig } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import type { CompiledWebAcl } from '#core/trace/waf/web-acl.ts'
import type { Selection } from './selection.ts'

export interface TtlSettings {
  /** Seconds. */
  readonly min: number
  readonly default: number
  readonly max: number
  /** All three are 0: nothing is stored, nothing compressed. */
  readonly disabled: boolean
  readonly path: Path
}

/** What makes the cache key besides host and path, and is therefore sent to the origin. */
export interface KeySettings {
  readonly query: Selection
  readonly headers: Selection
  /** Lower case and sorted: the headers that are in the key. */
  readonly headerNames: readonly string[]
  readonly cookies: Selection
  readonly gzip: boolean
  readonly brotli: boolean
  readonly path: Path
}

/** What goes to the origin beyond the key. */
export interface ForwardSettings {
  readonly query: Selection
  readonly headers: Selection
  /** CloudFront-* headers that are sent although the viewer sent none. */
  readonly generated: readonly string[]
  readonly cookies: Selection
  readonly path: Path | null
}

export interface OriginAccess {
  readonly kind: 'oac' | 'oai' | 'none'
  readonly signs: 'always' | 'no-override' | 'never'
  /** What the bucket's policy grants, as far as the design says. */
  readonly grant: BucketGrant
  /** Why the origin answers 403 to whatever CloudFront sends, beside its bucket's policy; null where nothing tells so. */
  readonly refusal: { readonly why: string; readonly path: Path } | null
  readonly path: Path | null
}

/** How CloudFront talks to an origin, which its configuration decides before its host does. */
export type OriginManner = 's3' | 's3-website' | 'custom' | 'vpc' | 'lambda-url'

export interface CompiledOrigin {
  readonly id: string
  readonly kind: OriginManner
  readonly domainName: string
  /** False where the host is a stand-in, because only the deployment knows it. */
  readonly isHostKnown: boolean
  /** What a function set as the Host header; null where the policies decide. */
  readonly hostHeader: string | null
  /** Without a trailing slash. */
  readonly originPath: string
  readonly protocolPolicy: 'http-only' | 'https-only' | 'match-viewer'
  readonly httpPort: number
  readonly httpsPort: number
  readonly customHeaders: readonly (readonly [name: string, value: string])[]
  readonly connectionAttempts: number
  /** Seconds. */
  readonly connectionTimeout: number
  readonly readTimeout: number
  /** Seconds that a whole answer may take, attempts included; null where there is no end. */
  readonly completionTimeout: number | null
  /** Which addresses of its host are asked. */
  readonly addresses: 'ipv4' | 'ipv6' | 'dualstack'
  /** The region of its Origin Shield. */
  readonly shield: string | null
  /** For a bucket, where its host says so. */
  readonly region: string | null
  readonly access: OriginAccess
  readonly path: Path
}

export interface CompiledTarget {
  readonly id: string
  readonly origins: readonly CompiledOrigin[]
  readonly isGroup: boolean
  readonly failoverStatuses: ReadonlySet<number>
  readonly path: Path | null
}

export interface SigningKey {
  /** What `Key-Pair-Id` names. */
  readonly id: string
  readonly pem: string
}
export interface SigningSettings {
  readonly keys: readonly SigningKey[]
  /** Keys that only the account knows (trusted signers, unknown groups), so that a signature cannot be checked. */
  readonly unknownKeys: boolean
  readonly path: Path
}

export interface CompiledFunction {
  readonly type: 'cloudfront-function' | 'lambda@edge'
  readonly name: string
  /** Null where it cannot be run here; `obstacle` says why. */
  readonly code: string | null
  readonly obstacle: string | null
  readonly language: 'cloudfront-js-1.0' | 'cloudfront-js-2.0' | 'nodejs'
  readonly handler: string
  readonly includeBody: boolean
  /** Milliseconds; Lambda's own setting. */
  readonly timeoutMs: number | null
  readonly keyValueStores: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly path: Path
}
export type FunctionEvent = 'viewer-request' | 'viewer-response' | 'origin-request' | 'origin-response'

export interface ResponseHeadersSettings {
  readonly config: ResponseHeadersPolicyConfig
  readonly path: Path
}

/** What a form's fields are encrypted with. */
export interface EncryptionProfile {
  readonly name: string
  readonly entities: readonly {
    readonly patterns: readonly string[]
    readonly keyName: string
    /** Null where only the account knows the key. */
    readonly pem: string | null
  }[]
  readonly path: Path
}
export interface CompiledEncryption {
  /** Lower case; null where a type has no profile. */
  readonly byContentType: ReadonlyMap<string, EncryptionProfile | null>
  readonly forwardsUnknownType: boolean
  /** By the value of `fle-profile`. */
  readonly byQueryArgument: ReadonlyMap<string, EncryptionProfile | null>
  readonly forwardsUnknownArgument: boolean
  readonly path: Path
}

export interface CompiledConnectionFunction {
  readonly name: string
  readonly code: string | null
  readonly keyValueStores: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly path: Path
}
/** Mutual TLS with viewers. */
export interface CompiledMtls {
  readonly mode: 'required' | 'optional' | 'passthrough'
  readonly ignoresExpiry: boolean
  readonly trustStore: string | null
  readonly connectionFunction: CompiledConnectionFunction | null
  readonly path: Path
}

export interface CompiledBehavior {
  readonly pattern: string
  /** The place in the list; undefined for the default. */
  readonly index: number | undefined
  readonly protocolPolicy: 'allow-all' | 'redirect-to-https' | 'https-only'
  readonly allowedMethods: ReadonlySet<string>
  readonly cachesOptions: boolean
  readonly compress: boolean
  /** ForwardedValues instead of a cache policy. */
  readonly isLegacy: boolean
  readonly ttl: TtlSettings
  readonly key: KeySettings
  readonly forward: ForwardSettings
  readonly target: CompiledTarget
  readonly signing: SigningSettings | null
  readonly functions: Readonly<Partial<Record<FunctionEvent, CompiledFunction>>>
  readonly responseHeaders: ResponseHeadersSettings | null
  readonly grpc: boolean
  readonly encryption: CompiledEncryption | null
  readonly path: Path
}

export interface CompiledErrorResponse {
  readonly errorCode: number
  readonly minTtl: number
  readonly pagePath: string | null
  readonly responseCode: number | null
  readonly path: Path
}

/** How some requests are sent to a staging distribution. */
export interface CompiledStaging {
  readonly distribution: CompiledDistribution
  readonly header: { readonly name: string; readonly value: string } | null
  readonly weight: number | null
  readonly stickySeconds: number | null
  readonly path: Path
}

/** A tenant of a multi-tenant distribution. */
export interface CompiledTenant {
  readonly id: LogicalId
  /** Lower case. */
  readonly domains: readonly string[]
  /** Why it serves nothing, or null. */
  readonly obstacle: string | null
  /** Parameters that have no value. */
  readonly missingParameters: readonly string[]
  /** The distribution with the tenant's parameters and customizations. */
  readonly distribution: CompiledDistribution
  readonly path: Path
}

export interface CompiledDistribution {
  readonly id: LogicalId
  readonly domainName: string
  readonly aliases: readonly string[]
  readonly enabled: boolean
  readonly httpVersions: ReadonlySet<string>
  readonly hasIpv6: boolean
  readonly defaultRootObject: string
  readonly behaviors: readonly CompiledBehavior[]
  readonly chooseBehavior: (path: string) => CompiledBehavior
  readonly geo: {
    readonly type: 'none' | 'whitelist' | 'blacklist'
    readonly countries: ReadonlySet<string>
    readonly path: Path
  }
  readonly webAcl: CompiledWebAcl | null
  readonly mtls: CompiledMtls | null
  /** Lower case: the origin's header that names cache tags; null where the distribution takes none. */
  readonly cacheTagHeader: string | null
  readonly errorResponses: ReadonlyMap<number, CompiledErrorResponse>
  readonly staging: CompiledStaging | null
  /** Null where the distribution is no multi-tenant one. */
  readonly tenants: readonly CompiledTenant[] | null
  readonly origins: ReadonlyMap<string, CompiledOrigin>
  readonly path: Path
}
