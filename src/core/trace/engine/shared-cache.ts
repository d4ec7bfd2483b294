/**
 * The engine as a plain shared cache, without a design: the entry of `dist/engine.js`.
 * It follows RFC 9111 where CloudFront's documentation does not say otherwise.
 */
import { bodyBytes, bodyOf } from '#core/http/body.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import { parseRequestUrl } from '#core/http/url.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { CachePolicyConfig, DesignDocument, DistributionConfig } from '#core/model/document.ts'
import { compile } from '#core/trace/compile/compile.ts'
import type { OriginAnswer, OriginRequest } from '#core/trace/message/message.ts'
import { Engine } from './engine.ts'
import type { Exchange, OriginPort } from './exchange.ts'
import { SharedCacheRules } from './shared-rules.ts'

export type HeaderPairs = readonly (readonly [name: string, value: string])[]
export interface CacheRequest {
  readonly method: string
  /** Absolute. */
  readonly url: string
  readonly headers: HeaderPairs
  readonly body?: string | Uint8Array | null
}
export interface CacheResponse {
  readonly status: number
  readonly headers: HeaderPairs
  readonly body: string | Uint8Array | null
}
/** Throws when the origin drops the connection. */
export type FetchOrigin = (request: CacheRequest) => Promise<CacheResponse> | CacheResponse
export interface CacheOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** A design, or a distribution's config; the default keys on the whole query string and forwards everything. */
  readonly config?: DesignDocument | DistributionConfig
  /**
   * `shared-cache`, the default, adds what RFC 9111 asks of a shared cache and CloudFront does otherwise; with
   * `distribution` the engine is the very one that every trace uses, and answers under any host.
   */
  readonly reading?: 'shared-cache' | 'distribution'
}

const everyMethod = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE'] as const

const keysOnQuery: CachePolicyConfig = {
  Name: 'keys-on-query',
  MinTTL: 0,
  DefaultTTL: 0,
  MaxTTL: 31_536_000,
  ParametersInCacheKeyAndForwardedToOrigin: {
    EnableAcceptEncodingGzip: false,
    EnableAcceptEncodingBrotli: false,
    HeadersConfig: { HeaderBehavior: 'none' },
    CookiesConfig: { CookieBehavior: 'none' },
    QueryStringsConfig: { QueryStringBehavior: 'all' },
  },
}

const plainConfig: DistributionConfig = {
  Enabled: true,
  Origins: [
    {
      key: 'origin',
      Id: 'origin',
      DomainName: 'origin.example.com',
      ConnectionAttempts: 1,
      CustomOriginConfig: { OriginProtocolPolicy: 'match-viewer' },
    },
  ],
  DefaultCacheBehavior: {
    TargetOriginId: 'origin',
    ViewerProtocolPolicy: 'allow-all',
    AllowedMethods: { Items: [...everyMethod], CachedMethods: ['GET', 'HEAD'] },
    CachePolicyId: { ref: 'KeysOnQuery' },
    OriginRequestPolicyId: { ref: 'ForwardsEverything' },
  },
}

/** A design around a bare config, which may name the two policies of the default. */
const designOf = (config: DistributionConfig): DesignDocument => ({
  formatVersion: 1,
  layout: {},
  scenarios: [],
  resources: {
    Cache: { type: 'Distribution', config },
    KeysOnQuery: { type: 'CachePolicy', config: keysOnQuery },
    ForwardsEverything: {
      type: 'OriginRequestPolicy',
      config: {
        Name: 'forwards-everything',
        HeadersConfig: { HeaderBehavior: 'allViewer' },
        CookiesConfig: { CookieBehavior: 'all' },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
      },
    },
  },
})

/** The default as a design, for whoever plays it otherwise. */
export const plainDesign: DesignDocument = designOf(plainConfig)

const isDesign = (config: DesignDocument | DistributionConfig): config is DesignDocument =>
  'resources' in config

const asOrigin = (fetchOrigin: FetchOrigin, authority: string): OriginPort => ({
  async send(request: OriginRequest): Promise<OriginAnswer> {
    const { method, protocol, path, query, headers, body } = request
    const url = `${protocol}://${authority}${request.originPath}${path}${query === '' ? '' : `?${query}`}`
    try {
      const answer = await fetchOrigin({
        method,
        url,
        headers: [...headers].map(([name, value]) => [name, name === 'host' ? authority : value] as const),
        body: body === '' ? null : body,
      })
      return {
        status: answer.status,
        headers: HeaderFields.fromPairs(answer.headers),
        body: bodyOf(answer.body ?? undefined),
      }
    } catch {
      return { error: 'connection-reset' }
    }
  },
})

const bodyText = (body: CacheRequest['body']) =>
  typeof body === 'string' ? body : body ? new TextDecoder().decode(body) : ''

/** A host with its port, which the engine's own hosts do not have. */
const authorityOf = (url: string) => /^[a-z]+:\/\/([^/?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? ''

/** Makes a cache that answers requests and asks the origin where it must; every cache is cold at first. */
export function createCache({
  now,
  config = plainConfig,
  reading = 'shared-cache',
}: CacheOptions): (request: CacheRequest, fetchOrigin: FetchOrigin) => Promise<CacheResponse> {
  const document = isDesign(config) ? config : designOf(config)
  const [distribution] = distributionsIn(document)
  if (!distribution) throw new RangeError('The config holds no distribution.')
  const rules = reading === 'shared-cache' ? new SharedCacheRules() : undefined
  const compiled = compile(document, distribution.id)
  const engine = new Engine({
    distribution: compiled,
    origins: asOrigin(() => Promise.reject(new Error('Every request brings its own origin.')), ''),
    now: now(),
    seed: 1,
    ...(rules && { sharedRules: rules }),
  })
  return async (request, fetchOrigin) => {
    const url = parseRequestUrl(request.url, 'localhost')
    if (!url.ok) throw new RangeError(url.error)
    const headers = HeaderFields.fromPairs(request.headers)
    headers.delete('host')
    engine.now = now()
    const authority = authorityOf(request.url) || url.value.host
    const exchange: Exchange = await engine.serve(
      {
        method: request.method.toUpperCase(),
        ...url.value,
        host: rules ? authority : compiled.domainName,
        headers,
        body: bodyText(request.body),
        viewer: {},
        url: request.url,
      },
      null,
      asOrigin(fetchOrigin, authority),
    )
    const { response } = exchange
    if (!response) throw new Error('The pipeline ended without a response.')
    rules?.invalidate(engine.caches, exchange.request, response.status)
    const body = typeof response.body.content === 'string' ? response.body.content : bodyBytes(response.body)
    return { status: response.status, headers: [...response.headers], body }
  }
}
