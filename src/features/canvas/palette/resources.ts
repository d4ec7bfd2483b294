/** Policies, functions and access: resources of their own that are put on what they serve. */
import { attach, attachPolicyId, type Place, placeFor } from '#core/edits/attach.ts'
import { addResource } from '#core/edits/resources.ts'
import type { ForeignResource, Resource } from '#core/model/document.ts'
import { combine, setAt } from '#core/model/edit.ts'
import { managedPolicies, type PolicyType } from '#core/model/managed-policies.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { type PaletteGroup, type PaletteItem, sitePath } from './item.ts'
import { accessControl } from './origins.ts'

type CloudFrontResource = Exclude<Resource, ForeignResource>

const noHeaders = {
  HeadersConfig: { HeaderBehavior: 'none' as const },
  CookiesConfig: { CookieBehavior: 'none' as const },
  QueryStringsConfig: { QueryStringBehavior: 'none' as const },
}

const fits = (place: Place | undefined, target: Path | undefined): target is Path => {
  if (!target || !place) return false
  if (place === 'behavior') return target[3] === 'CacheBehaviors' || target[3] === 'DefaultCacheBehavior'
  if (place === 'origin') return target[3] === 'Origins'
  return target.length === 3
}

const resource = (
  id: string,
  label: string,
  group: PaletteGroup,
  hint: string,
  name: string,
  value: CloudFrontResource,
): PaletteItem => {
  const place = placeFor(value.type)
  return {
    id,
    label,
    hint,
    group,
    ...(place && { on: place }),
    insert(document, { target }) {
      const added = addResource(document, name, value)
      const isUsed =
        fits(place, target) &&
        (place !== 'function' || document.resources[String(target[1])]?.type === 'Function')
      return {
        edit: isUsed
          ? combine(`Add ${label.toLowerCase()} and use it`, [
              added.edit,
              attach(document, target, added.id, value.type),
            ])
          : added.edit,
        path: sitePath(added.id),
      }
    },
  }
}

const code =
  "function handler(event) {\n  const request = event.request\n  if (request.uri.endsWith('/')) request.uri += 'index.html'\n  return request\n}\n"

/** Lambda@Edge functions are deployed elsewhere; what a behavior has of them is a version's ARN and an event. */
const lambdaAtEdge: PaletteItem = {
  id: 'lambda-edge',
  label: 'Lambda@Edge function',
  group: 'Functions and access',
  hint: 'on origin and viewer events',
  on: 'behavior',
  insert(document, { owner, target }) {
    const behavior = fits('behavior', target) ? target : [...sitePath(owner), 'DefaultCacheBehavior']
    const path = [...behavior, 'LambdaFunctionAssociations']
    const rows = (valueAt(document, path) ?? []) as readonly { EventType?: string }[] // the field's shape
    const events = ['origin-request', 'origin-response', 'viewer-request', 'viewer-response']
    const EventType = events.find((event) => !rows.some((row) => row.EventType === event)) ?? 'origin-request'
    return {
      edit: setAt(path, [...rows, { EventType, LambdaFunctionARN: '' }], 'Add Lambda@Edge function'),
      path: behavior,
      focus: path,
    }
  },
}

export const resourceItems: readonly PaletteItem[] = [
  resource('cache-policy', 'Cache policy', 'Policies', 'cache key and TTLs', 'CachePolicy', {
    type: 'CachePolicy',
    config: {
      Name: 'my-cache-policy',
      MinTTL: 0,
      DefaultTTL: 86_400,
      MaxTTL: 31_536_000,
      ParametersInCacheKeyAndForwardedToOrigin: {
        EnableAcceptEncodingGzip: true,
        EnableAcceptEncodingBrotli: true,
        ...noHeaders,
      },
    },
  }),
  resource(
    'origin-request-policy',
    'Origin request policy',
    'Policies',
    'what the origin is sent',
    'OriginRequestPolicy',
    {
      type: 'OriginRequestPolicy',
      config: { Name: 'my-origin-request-policy', ...noHeaders },
    },
  ),
  resource(
    'response-headers-policy',
    'Response headers policy',
    'Policies',
    'CORS and security headers',
    'ResponseHeadersPolicy',
    {
      type: 'ResponseHeadersPolicy',
      config: {
        Name: 'my-response-headers',
        SecurityHeadersConfig: {
          ContentTypeOptions: { Override: true },
          StrictTransportSecurity: {
            Override: true,
            AccessControlMaxAgeSec: 63_072_000,
            IncludeSubdomains: true,
          },
        },
      },
    },
  ),
  resource('function', 'CloudFront function', 'Functions and access', 'on viewer events', 'Function', {
    type: 'Function',
    config: {
      Name: 'my-function',
      AutoPublish: true,
      FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
      FunctionCode: code,
    },
  }),
  lambdaAtEdge,
  resource(
    'key-value-store',
    'Key value store',
    'Functions and access',
    'data that functions read',
    'KeyValueStore',
    {
      type: 'KeyValueStore',
      config: { Name: 'my-store', Comment: '' },
    },
  ),
  resource(
    'oac',
    'Origin access control',
    'Functions and access',
    'signs requests to S3',
    'OriginAccess',
    accessControl('s3'),
  ),
  resource(
    'oac-lambda',
    'Origin access control for Lambda',
    'Functions and access',
    'signs requests to function URLs',
    'FunctionAccess',
    accessControl('lambda'),
  ),
  resource('public-key', 'Public key', 'Functions and access', 'checks signatures', 'PublicKey', {
    type: 'PublicKey',
    config: { Name: 'my-public-key', EncodedKey: '' },
  }),
  resource('key-group', 'Key group', 'Functions and access', 'who may sign URLs', 'KeyGroup', {
    type: 'KeyGroup',
    config: { Name: 'my-keys', Items: [] },
  }),
]

const managed = (type: PolicyType, hint: string): PaletteItem[] =>
  managedPolicies(type)
    .filter(({ attachable }) => attachable)
    .map(({ id, name }) => ({
      id: `managed ${id}`,
      label: name,
      group: 'Managed by AWS',
      hint,
      on: 'behavior',
      insert(_, { owner, target }) {
        const path = fits('behavior', target) ? target : [...sitePath(owner), 'DefaultCacheBehavior']
        return { edit: attachPolicyId(path, type, id, name), path }
      },
    }))

export const managedItems: readonly PaletteItem[] = [
  ...managed('CachePolicy', 'cache policy'),
  ...managed('OriginRequestPolicy', 'origin request policy'),
  ...managed('ResponseHeadersPolicy', 'response headers policy'),
]
