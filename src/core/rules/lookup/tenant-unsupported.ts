/** What standard distributions have and multi-tenant ones have not: .../DeveloperGuide/distribution-config-options.html#unsupported-saas */
import { behaviorsOf, originsOf } from '#core/model/distribution.ts'
import { isRef, isUnknown, known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { standardLogs } from './access-logs.ts'
import type { PlacedDistribution } from './walk.ts'

export interface Unsupported {
  readonly path: Path
  /** What a message calls it. */
  readonly field: string
  readonly remedy: string
  /** Removing it changes nothing that the rest does not already say. */
  readonly isSafe: boolean
}

const toGroup = 'set it on a connection group'

/** Whether a field is sure to say something: unknowns, empty texts and lists, and false do not. */
const says = (value: unknown): boolean =>
  value !== undefined &&
  value !== '' &&
  value !== false &&
  !isUnknown(value) &&
  !(Array.isArray(value) && (value.length === 0 || value.every(isUnknown)))

function* inBehaviors(distribution: PlacedDistribution): Generator<Unsupported> {
  for (const { behavior, path } of behaviorsOf(distribution)) {
    const hasPolicy = behavior.CachePolicyId !== undefined
    for (const field of ['ForwardedValues', 'MinTTL', 'DefaultTTL', 'MaxTTL'] as const)
      if (says(behavior[field]))
        yield { path: [...path, field], field, remedy: 'use a cache policy', isSafe: hasPolicy }
    if ((known(behavior.TrustedSigners)?.Items ?? []).length > 0)
      yield {
        path: [...path, 'TrustedSigners'],
        field: 'TrustedSigners',
        remedy: 'use trusted key groups',
        isSafe: false,
      }
    if (known(behavior.SmoothStreaming) === true)
      yield {
        path: [...path, 'SmoothStreaming'],
        field: 'SmoothStreaming',
        remedy: 'remove it',
        isSafe: true,
      }
  }
}

function* inCertificate({ config, path }: PlacedDistribution): Generator<Unsupported> {
  const certificate = known(config.ViewerCertificate)
  if (says(certificate?.IAMCertificateId))
    yield {
      path: [...path, 'ViewerCertificate', 'IAMCertificateId'],
      field: 'an IAM certificate',
      remedy: 'use one of ACM',
      isSafe: false,
    }
  if (known(certificate?.SSLSupportMethod) === 'vip')
    yield {
      path: [...path, 'ViewerCertificate', 'SSLSupportMethod'],
      field: 'dedicated IP addresses (vip)',
      remedy: 'use “sni-only”',
      isSafe: false,
    }
  if (known(certificate?.MinimumProtocolVersion) === 'SSLv3')
    yield {
      path: [...path, 'ViewerCertificate', 'MinimumProtocolVersion'],
      field: 'SSLv3',
      remedy: 'use “TLSv1.2_2021” or later',
      isSafe: false,
    }
}

/** Every setting of a distribution that CloudFront refuses with ConnectionMode tenant-only. */
export function* unsupportedIn(distribution: PlacedDistribution): Generator<Unsupported> {
  const { config, path } = distribution
  const own = [
    ['Aliases', 'put the names into distribution tenants', false],
    ['PriceClass', 'remove it', true],
    ['Staging', 'remove it', true],
    ['ContinuousDeploymentPolicyId', 'remove it', true],
    ['IsIPV6Enabled', toGroup, true],
    ['AnycastIpListId', toGroup, false],
  ] as const
  // Reading a multi-tenant distribution back gives the price class “None”.
  for (const [field, remedy, isSafe] of own)
    if (says(config[field]) && config[field] !== 'None')
      yield { path: [...path, field], field, remedy, isSafe }
  if (standardLogs(config))
    yield {
      path: [...path, 'Logging'],
      field: 'legacy access logs',
      remedy: 'use standard logging v2',
      isSafe: false,
    }
  if (/^[0-9a-f-]{36}$/.test(known(config.WebACLId) ?? ''))
    yield {
      path: [...path, 'WebACLId'],
      field: 'a web ACL of AWS WAF Classic',
      remedy: 'use one of AWS WAF (v2)',
      isSafe: false,
    }
  yield* inCertificate(distribution)
  for (const { value: origin, path: at } of originsOf(distribution)) {
    const identity: unknown = known(origin.S3OriginConfig)?.OriginAccessIdentity
    if (isRef(identity) || says(known(identity)))
      yield {
        path: [...at, 'S3OriginConfig', 'OriginAccessIdentity'],
        field: 'an origin access identity',
        remedy: 'use an origin access control',
        isSafe: false,
      }
  }
  yield* inBehaviors(distribution)
}
