/** What can be added to a design, by drag, by click or by Enter. */
import { addBehavior } from '#core/edits/behaviors.ts'
import { addOrigin, addOriginGroup } from '#core/edits/origins.ts'
import { addDistribution, addResource } from '#core/edits/resources.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId, Origin, Resource } from '#core/model/document.ts'
import { combine, type Edit } from '#core/model/edit.ts'
import type { Path } from '#core/model/path.ts'
import { commit, currentDocument } from '#state/design.ts'
import { announce, select, useSession } from '#state/session.ts'

export const paletteMime = 'application/x-frontage-item'

export interface PaletteItem {
  readonly id: string
  readonly label: string
  readonly group: 'Origins' | 'Routing' | 'Policies' | 'Functions and access'
  readonly hint: string
  readonly insert: (document: DesignDocument, owner: LogicalId) => { edit: Edit; path: Path }
}

const server = (OriginProtocolPolicy: 'https-only' | 'http-only') => ({
  HTTPPort: 80,
  HTTPSPort: 443,
  OriginProtocolPolicy,
  OriginSslProtocols: ['TLSv1.2' as const],
})

const origin = (id: string, label: string, hint: string, preset: Partial<Origin>): PaletteItem => ({
  id,
  label,
  hint,
  group: 'Origins',
  insert(document, owner) {
    const index = distributionsIn(document).find((site) => site.id === owner)?.config.Origins?.length ?? 0
    const { edit } = addOrigin(document, owner, preset)
    return { edit, path: ['resources', owner, 'config', 'Origins', index] }
  },
})

const resource = (
  id: string,
  label: string,
  group: PaletteItem['group'],
  hint: string,
  name: string,
  value: Resource,
): PaletteItem => ({
  id,
  label,
  hint,
  group,
  insert(document) {
    const added = addResource(document, name, value)
    return { edit: added.edit, path: ['resources', added.id, 'config'] }
  },
})

const accessControl = (type: 's3' | 'lambda'): Resource => ({
  type: 'OriginAccessControl',
  config: {
    Name: `${type}-access`,
    OriginAccessControlOriginType: type,
    SigningBehavior: 'always',
    SigningProtocol: 'sigv4',
  },
})

/** A bucket comes with the origin access control that lets CloudFront alone read it. */
const bucket: PaletteItem = {
  id: 's3-bucket',
  label: 'S3 bucket',
  group: 'Origins',
  hint: 'private, read by origin access control',
  insert(document, owner) {
    const access = addResource(document, 'BucketAccess', accessControl('s3'))
    const index = distributionsIn(document).find((site) => site.id === owner)?.config.Origins?.length ?? 0
    const added = addOrigin(document, owner, {
      Id: 'bucket',
      DomainName: 'my-bucket.s3.eu-west-1.amazonaws.com',
      S3OriginConfig: { OriginAccessIdentity: '' },
      OriginAccessControlId: { ref: access.id },
    })
    return {
      edit: combine('Add S3 bucket', [access.edit, added.edit]),
      path: ['resources', owner, 'config', 'Origins', index],
    }
  },
}

const noHeaders = {
  HeadersConfig: { HeaderBehavior: 'none' as const },
  CookiesConfig: { CookieBehavior: 'none' as const },
  QueryStringsConfig: { QueryStringBehavior: 'none' as const },
}

export const paletteItems: readonly PaletteItem[] = [
  bucket,
  origin('s3-website', 'S3 website', 'public, HTTP only', {
    Id: 'website',
    DomainName: 'my-site.s3-website-eu-west-1.amazonaws.com',
    CustomOriginConfig: server('http-only'),
  }),
  origin('load-balancer', 'Load balancer', 'ALB or NLB', {
    Id: 'load-balancer',
    DomainName: 'alb.example.com',
    CustomOriginConfig: server('https-only'),
  }),
  origin('api-gateway', 'API Gateway', 'REST or HTTP API', {
    Id: 'api',
    DomainName: 'abcdef1234.execute-api.eu-west-1.amazonaws.com',
    CustomOriginConfig: server('https-only'),
  }),
  origin('lambda-url', 'Lambda function URL', 'HTTPS only', {
    Id: 'function-url',
    DomainName: 'abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-west-1.on.aws',
    CustomOriginConfig: server('https-only'),
  }),
  origin('media-package', 'MediaPackage', 'video origin', {
    Id: 'media',
    DomainName: 'abcdef.egress.mediapackagev2.eu-west-1.amazonaws.com',
    CustomOriginConfig: server('https-only'),
  }),
  origin('vpc', 'VPC origin', 'in a private subnet', {
    Id: 'private',
    DomainName: 'internal.example.com',
    VpcOriginConfig: { VpcOriginId: 'vo_example' },
  }),
  origin('custom', 'HTTP server', 'any public host', {
    Id: 'origin',
    CustomOriginConfig: server('https-only'),
  }),
  {
    id: 'behavior',
    label: 'Cache behavior',
    group: 'Routing',
    hint: 'settings for a path pattern',
    insert: (document, owner) => ({
      edit: addBehavior(document, owner).edit,
      path: ['resources', owner, 'config', 'CacheBehaviors', 0],
    }),
  },
  {
    id: 'group',
    label: 'Origin group',
    group: 'Routing',
    hint: 'failover from one origin to another',
    insert(document, owner) {
      const index =
        distributionsIn(document).find((site) => site.id === owner)?.config.OriginGroups?.length ?? 0
      return {
        edit: addOriginGroup(document, owner).edit,
        path: ['resources', owner, 'config', 'OriginGroups', index],
      }
    },
  },
  {
    id: 'distribution',
    label: 'Distribution',
    group: 'Routing',
    hint: 'one more in this design',
    insert(document) {
      const added = addDistribution(document)
      return { edit: added.edit, path: ['resources', added.id, 'config'] }
    },
  },
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
    { type: 'OriginRequestPolicy', config: { Name: 'my-origin-request-policy', ...noHeaders } },
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
      FunctionCode:
        "function handler(event) {\n  const request = event.request\n  if (request.uri.endsWith('/')) request.uri += 'index.html'\n  return request\n}\n",
    },
  }),
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
  resource('key-group', 'Key group', 'Functions and access', 'who may sign URLs', 'KeyGroup', {
    type: 'KeyGroup',
    config: { Name: 'my-keys', Items: [] },
  }),
]

/** The distribution that new things go to: the selected one's, else the first. */
function ownerOf(document: DesignDocument): LogicalId | undefined {
  const [, id] = useSession.getState().selection ?? []
  const sites = distributionsIn(document)
  return (sites.find((site) => site.id === id) ?? sites[0])?.id
}

/** Adds an item of the palette to the open design and selects it. */
export function insertFromPalette(id: string): void {
  const item = paletteItems.find((candidate) => candidate.id === id)
  if (!item) return
  if (ownerOf(currentDocument()) === undefined && id !== 'distribution')
    commit(addDistribution(currentDocument()).edit)
  const document = currentDocument()
  const { edit, path } = item.insert(document, ownerOf(document) ?? '')
  commit(edit)
  select(path)
  announce(edit.label)
}
