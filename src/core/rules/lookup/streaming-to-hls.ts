/**
 * A distribution that serves over HTTP what a streaming (RTMP) distribution served: the same bucket, names, signers and
 * logs, with behaviors for the manifests and segments of HLS. The files have to be packaged anew; that is no setting.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/on-demand-video.html
 */
import type { CacheBehavior, DistributionConfig, Resource } from '#core/model/document.ts'
import { type Edit, setAt } from '#core/model/edit.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import { freeId } from './foreign.ts'

const cachingOptimized = '658327ea-f89d-4fab-a63d-7e88639e58f6'
const origin = 'media'

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const objectIn = (config: JsonObject, name: string): JsonObject => {
  const value = config[name]
  return isObject(value) ? value : {}
}
/** What the streaming distribution says, under the name that a distribution has for it. */
const said = (from: JsonObject, name: string, as = name) =>
  from[name] === undefined ? {} : { [as]: from[name] }

/** Manifests change while a stream is live, so they are kept for seconds. */
const manifestPolicy = (name: string): Resource => ({
  type: 'CachePolicy',
  config: {
    Name: name,
    MinTTL: 0,
    DefaultTTL: 2,
    MaxTTL: 60,
    ParametersInCacheKeyAndForwardedToOrigin: {
      EnableAcceptEncodingGzip: true,
      EnableAcceptEncodingBrotli: true,
      HeadersConfig: { HeaderBehavior: 'none' },
      CookiesConfig: { CookieBehavior: 'none' },
      QueryStringsConfig: { QueryStringBehavior: 'none' },
    },
  },
})

function signersOf(config: JsonObject) {
  const signers = objectIn(config, 'TrustedSigners')
  return signers['Enabled'] === true
    ? { TrustedSigners: { Enabled: true, ...said(signers, 'AwsAccountNumbers', 'Items') } }
    : {}
}

function loggingOf(config: JsonObject) {
  const { Enabled: enabled, ...logging } = objectIn(config, 'Logging')
  return enabled === true ? { Logging: { Enabled: true, IncludeCookies: false, ...logging } } : {}
}

function distributionOf(config: JsonObject, policyId: string): DistributionConfig {
  const bucket = objectIn(config, 'S3Origin')
  const common = { TargetOriginId: origin, ViewerProtocolPolicy: 'redirect-to-https', ...signersOf(config) }
  const kept = { ...common, CachePolicyId: cachingOptimized }
  const behaviors = [
    { key: 'm3u8', PathPattern: '*.m3u8', ...common, Compress: true, CachePolicyId: { ref: policyId } },
    { key: 'ts', PathPattern: '*.ts', ...kept },
    { key: 'm4s', PathPattern: '*.m4s', ...kept },
  ]
  const made = {
    Enabled: true,
    HttpVersion: 'http2and3',
    IsIPV6Enabled: true,
    ...said(config, 'Enabled'),
    ...said(config, 'Comment'),
    ...said(config, 'Aliases'),
    ...said(config, 'PriceClass'),
    ...loggingOf(config),
    Origins: [
      {
        key: origin,
        Id: origin,
        ...said(bucket, 'DomainName'),
        S3OriginConfig: { OriginAccessIdentity: bucket['OriginAccessIdentity'] ?? '' },
      },
    ],
    // Fields of the text, which are judged as those of any design are.
    CacheBehaviors: behaviors as unknown as CacheBehavior[],
    DefaultCacheBehavior: { ...kept, Compress: true },
  }
  return made as unknown as DistributionConfig
}

/** Puts such a distribution in the place of a streaming distribution, under its logical id. */
export const streamingToHls = (id: string, config: JsonObject): Edit => ({
  label: `Serve HLS in place of “${id}”`,
  apply: (draft) => {
    const policyId = freeId(draft, 'Manifests')
    setAt(['resources', policyId], manifestPolicy(`${id}-manifests`)).apply(draft)
    setAt(['resources', id, 'type'], 'Distribution').apply(draft)
    setAt(['resources', id, 'config'], distributionOf(config, policyId)).apply(draft)
  },
})

/** Whether it goes by names of its own, for which HTTPS needs a certificate. */
export const hasAliases = (config: JsonObject): boolean => {
  const aliases = config['Aliases']
  return aliases !== undefined && !(Array.isArray(aliases) && aliases.length === 0)
}
