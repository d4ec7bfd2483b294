/** Origins by what they are, each with the settings that its kind of server needs. */
import { addOrigin } from '#core/edits/origins.ts'
import { addResource } from '#core/edits/resources.ts'
import type { Origin } from '#core/model/document.ts'
import { combine } from '#core/model/edit.ts'
import { accessControl } from '#core/resources/origin-access-control.ts'
import type { GlyphName } from '#ui/Glyph.tsx'
import { configOf, type PaletteItem, sitePath } from './item.ts'

const server = (OriginProtocolPolicy: 'https-only' | 'http-only') => ({
  HTTPPort: 80,
  HTTPSPort: 443,
  OriginProtocolPolicy,
  OriginSslProtocols: ['TLSv1.2' as const],
})

const placed = (document: Parameters<PaletteItem['insert']>[0], owner: string) => {
  const path = [...sitePath(owner), 'Origins', configOf(document, owner).Origins?.length ?? 0]
  return { path, focus: [...path, 'DomainName'] }
}

const origin = (
  id: string,
  label: string,
  hint: string,
  picture: GlyphName,
  preset: Partial<Origin>,
): PaletteItem => ({
  id,
  label,
  hint,
  picture,
  group: 'Origins',
  insert: (document, { owner }) => ({
    edit: addOrigin(document, owner, preset).edit,
    ...placed(document, owner),
  }),
})

/** An origin that comes with the origin access control that lets CloudFront alone read it. */
const guarded = (
  id: string,
  label: string,
  hint: string,
  picture: GlyphName,
  type: 's3' | 'lambda' | 'mediapackagev2',
  name: string,
  preset: Partial<Origin>,
): PaletteItem => ({
  id,
  label,
  group: 'Origins',
  hint,
  picture,
  insert(document, { owner }) {
    const access = addResource(document, name, accessControl(type))
    const added = addOrigin(document, owner, { ...preset, OriginAccessControlId: { ref: access.id } })
    return { edit: combine(`Add ${label}`, [access.edit, added.edit]), ...placed(document, owner) }
  },
})

/** A VPC origin is a resource of its own that the origin refers to. */
const privateServer: PaletteItem = {
  id: 'vpc',
  label: 'VPC origin',
  group: 'Origins',
  hint: 'in a private subnet',
  picture: 'private',
  insert(document, { owner }) {
    const endpoint = addResource(document, 'PrivateServer', {
      type: 'VpcOrigin',
      config: {
        Name: 'private-server',
        Arn: '',
        HTTPPort: 80,
        HTTPSPort: 443,
        OriginProtocolPolicy: 'https-only',
        OriginSslProtocols: ['TLSv1.2'],
      },
    })
    const added = addOrigin(document, owner, {
      Id: 'private',
      DomainName: 'internal.example.com',
      VpcOriginConfig: { VpcOriginId: { ref: endpoint.id } },
    })
    return { edit: combine('Add VPC origin', [endpoint.edit, added.edit]), ...placed(document, owner) }
  },
}

export const originItems: readonly PaletteItem[] = [
  guarded(
    's3-bucket',
    'S3 bucket',
    'private, read by origin access control',
    'bucket',
    's3',
    'BucketAccess',
    {
      Id: 'bucket',
      DomainName: 'my-bucket.s3.eu-west-1.amazonaws.com',
      S3OriginConfig: { OriginAccessIdentity: '' },
    },
  ),
  origin('s3-website', 'S3 website', 'public, HTTP only', 'website', {
    Id: 'website',
    DomainName: 'my-site.s3-website-eu-west-1.amazonaws.com',
    CustomOriginConfig: server('http-only'),
  }),
  origin('load-balancer', 'Load balancer', 'ALB or NLB', 'balancer', {
    Id: 'load-balancer',
    DomainName: 'alb.example.com',
    CustomOriginConfig: server('https-only'),
  }),
  origin('api-gateway', 'API Gateway', 'REST or HTTP API', 'api', {
    Id: 'api',
    DomainName: 'abcdef1234.execute-api.eu-west-1.amazonaws.com',
    CustomOriginConfig: server('https-only'),
  }),
  guarded(
    'lambda-url',
    'Lambda function URL',
    'signed by origin access control',
    'lambda',
    'lambda',
    'FunctionAccess',
    {
      Id: 'function-url',
      DomainName: 'abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-west-1.on.aws',
      CustomOriginConfig: server('https-only'),
    },
  ),
  guarded(
    'media-package',
    'MediaPackage',
    'video origin, version 2',
    'video',
    'mediapackagev2',
    'MediaAccess',
    {
      Id: 'media',
      DomainName: 'abcdef.egress.mediapackagev2.eu-west-1.amazonaws.com',
      CustomOriginConfig: server('https-only'),
    },
  ),
  privateServer,
  origin('custom', 'HTTP server', 'any public host', 'server', {
    Id: 'origin',
    CustomOriginConfig: server('https-only'),
  }),
]
