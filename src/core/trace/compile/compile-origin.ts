/** Origins and origin groups, made ready. */

import { undecryptable } from '#core/model/bucket-encryption.ts'
import { bucketBehind, bucketGrant } from '#core/model/bucket-policy.ts'
import type { DesignDocument, DistributionConfig, Origin, ResourceConfigs } from '#core/model/document.ts'
import { isRef, isUnknown, known, knownItems } from '#core/model/field.ts'
import { refusalOfUrl } from '#core/model/function-url.ts'
import type { Path } from '#core/model/path.ts'
import { kindOfHost } from '#core/origins/index.ts'
import type { CompiledOrigin, CompiledTarget, OriginAccess, OriginManner } from './compiled.ts'
import { textOrStandIn } from './stand-in.ts'

const bucket = /(^|\.)s3([.-](dualstack\.)?([a-z0-9-]+))?\.amazonaws\.com(\.cn)?$/

function kindOf(origin: Origin, host: string): OriginManner {
  if (origin.VpcOriginConfig !== undefined) return 'vpc'
  const { id } = kindOfHost(host)
  if (id === 's3-website') return id
  if (origin.S3OriginConfig !== undefined) return 's3'
  if (id === 'lambda-url') return id
  return bucket.test(host) && origin.CustomOriginConfig === undefined ? 's3' : 'custom'
}

type SigningAccess = Omit<OriginAccess, 'refusal'>

function signingOf(document: DesignDocument, origin: Origin, kind: OriginManner, path: Path): SigningAccess {
  const control = origin.OriginAccessControlId
  const identity = known(origin.S3OriginConfig)?.OriginAccessIdentity
  const host = origin.DomainName
  if (isRef(control) || isUnknown(control) || (typeof control === 'string' && control !== '')) {
    const resource = isRef(control) ? document.resources[control.ref] : undefined
    const config = resource?.type === 'OriginAccessControl' ? resource.config : undefined
    const behavior = known(config?.SigningBehavior) ?? 'always'
    return {
      kind: 'oac',
      signs:
        kind === 'vpc' || behavior === 'never' ? 'never' : behavior === 'no-override' ? behavior : 'always',
      grant: kind === 's3' ? bucketGrant(document, host, 'oac') : noGrant,
      path: [...path, 'OriginAccessControlId'],
    }
  }
  if (identity !== undefined && identity !== '') {
    const id = isRef(identity) ? identity.ref : undefined
    return {
      kind: 'oai',
      signs: 'always',
      grant: bucketGrant(document, host, 'oai', id),
      path: [...path, 'S3OriginConfig', 'OriginAccessIdentity'],
    }
  }
  return {
    kind: 'none',
    signs: 'never',
    grant: kind === 's3' ? bucketGrant(document, host, 'none') : noGrant,
    path: null,
  }
}
/** What the design itself tells of why the origin refuses CloudFront; a bucket's policy is the grant's. */
function refusalOf(
  document: DesignDocument,
  { DomainName }: Origin,
  kind: OriginManner,
  access: SigningAccess,
): OriginAccess['refusal'] {
  if (kind === 'lambda-url')
    return refusalOfUrl(document, DomainName, access.kind === 'oac' && access.signs !== 'never')
  const bucket = kind === 's3' && access.kind === 'oac' ? bucketBehind(document, DomainName) : undefined
  return bucket === undefined ? null : undecryptable(document, bucket)
}

function accessOf(document: DesignDocument, origin: Origin, kind: OriginManner, path: Path): OriginAccess {
  const access = signingOf(document, origin, kind, path)
  return { ...access, refusal: refusalOf(document, origin, kind, access) }
}

const noGrant = { read: 'unknown', list: false, path: null } as const

/** The endpoint in the VPC, whose ports and protocol CloudFront asks. */
function vpcOriginOf(document: DesignDocument, origin: Origin): ResourceConfigs['VpcOrigin'] | undefined {
  const id = known(origin.VpcOriginConfig)?.VpcOriginId
  const resource = isRef(id) ? document.resources[id.ref] : undefined
  return resource?.type === 'VpcOrigin' ? resource.config : undefined
}

const addressesOf = (type: string | undefined): CompiledOrigin['addresses'] =>
  type === 'ipv6' || type === 'dualstack' ? type : 'ipv4'

const defaultPolicies: Partial<Record<CompiledOrigin['kind'], CompiledOrigin['protocolPolicy']>> = {
  's3-website': 'http-only',
  vpc: 'https-only',
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html */
export function compileOrigin(document: DesignDocument, origin: Origin, path: Path): CompiledOrigin {
  const host = textOrStandIn(document, origin.DomainName) ?? { value: 'unknown.example.com', isKnown: false }
  const kind = kindOf(origin, host.value)
  const custom = known(origin.CustomOriginConfig)
  const shield = known(origin.OriginShield)
  const vpc = vpcOriginOf(document, origin)
  const policy = known(custom?.OriginProtocolPolicy) ?? known(vpc?.OriginProtocolPolicy)
  const readTimeout =
    custom?.OriginReadTimeout ??
    known(origin.VpcOriginConfig)?.OriginReadTimeout ??
    known(origin.S3OriginConfig)?.OriginReadTimeout
  return {
    id: known(origin.Id) ?? '',
    kind,
    domainName: host.value.toLowerCase(),
    isHostKnown: host.isKnown,
    hostHeader: null,
    originPath: (textOrStandIn(document, origin.OriginPath)?.value ?? '').replace(/\/+$/, ''),
    protocolPolicy:
      policy === 'http-only' || policy === 'https-only' || policy === 'match-viewer'
        ? policy
        : (defaultPolicies[kind] ?? 'match-viewer'),
    httpPort: Number(known(custom?.HTTPPort) ?? known(vpc?.HTTPPort) ?? 80),
    httpsPort: Number(known(custom?.HTTPSPort) ?? known(vpc?.HTTPSPort) ?? 443),
    customHeaders: knownItems(origin.CustomHeaders).flatMap((header) => {
      const name = known(header.HeaderName)
      const value = textOrStandIn(document, header.HeaderValue)
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.value] as const]
    }),
    connectionAttempts: Number(known(origin.ConnectionAttempts) ?? 3),
    connectionTimeout: Number(known(origin.ConnectionTimeout) ?? 10),
    readTimeout: Number(known(readTimeout) ?? 30),
    completionTimeout:
      known(origin.ResponseCompletionTimeout) === undefined
        ? null
        : Number(known(origin.ResponseCompletionTimeout)),
    addresses: addressesOf(known(custom?.IpAddressType) ?? known(vpc?.IpAddressType)),
    shield:
      shield !== undefined && known(shield.Enabled) !== false
        ? (known(shield.OriginShieldRegion) ?? null)
        : null,
    region: kind === 's3' ? (bucket.exec(host.value)?.[3] ?? null) : null,
    access: accessOf(document, origin, kind, path),
    path,
  }
}

/** The origin, or the origins of the group, that a behavior's TargetOriginId names. */
export function compileTarget(
  config: DistributionConfig,
  path: Path,
  origins: ReadonlyMap<string, CompiledOrigin>,
  targetId: string,
): CompiledTarget {
  const origin = origins.get(targetId)
  if (origin)
    return { id: targetId, origins: [origin], isGroup: false, failoverStatuses: new Set(), path: origin.path }
  const groups = knownItems(config.OriginGroups)
  const group = groups.find(({ Id }) => known(Id) === targetId)
  const members = knownItems(group?.Members).flatMap(({ OriginId }) => {
    const member = origins.get(known(OriginId) ?? '')
    return member ? [member] : []
  })
  return {
    id: targetId,
    origins: members,
    isGroup: group !== undefined,
    failoverStatuses: new Set(knownItems(known(group?.FailoverCriteria)?.StatusCodes).map(Number)),
    path: group ? [...path, 'OriginGroups', config.OriginGroups?.indexOf(group) ?? 0] : null,
  }
}
