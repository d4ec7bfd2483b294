/**
 * Settings of a distribution that some or all flat-rate pricing plans do not take.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html
 */
import { behaviorsOf, originGroupsOf, originsOf, type PlacedBehavior } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { type Edit, removeAt, setAt } from '#core/model/edit.ts'
import { isRef, isSaid, known, knownItems } from '#core/model/field.ts'
import { managedPolicies, type PolicyType } from '#core/model/managed-policies.ts'
import type { Path } from '#core/model/path.ts'
import { type PlanTier, planLimits, plansSource, planTiers, tierNames } from '#core/model/pricing-plans.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { deliveriesOf, standardLogs } from './access-logs.ts'
import { hasPolicy } from './continuous-deployment-links.ts'
import { hasDedicatedIp } from './dedicated-ip.ts'
import { hasAccessIdentity } from './origin-access.ts'
import { sharedBars } from './plan-bars-shared.ts'
import { wafBars } from './plan-bars-waf.ts'
import { isMultiTenant } from './tenant-links.ts'
import { behaviorName, type PlacedDistribution } from './walk.ts'

export interface PlanBar {
  readonly path: Path
  /** What stands in the way, as a sentence's subject: “Field-level encryption of …”. */
  readonly what: string
  /** The smallest plan that takes it; null where none does. */
  readonly least: PlanTier | null
  readonly remedy: string
  readonly source: string
  readonly fix?: Edit
}

const feature = `${plansSource}#combined-pricing-plan-features`
const unsupported = `${plansSource}#pricing-plan-disallowed-features`

type Bar = Omit<PlanBar, 'source'>
const never = (path: Path, what: string, remedy: string, fix?: Edit): PlanBar => ({
  path,
  what,
  least: null,
  remedy,
  source: unsupported,
  ...(fix && { fix }),
})
const from = (least: PlanTier, bar: Omit<Bar, 'least'>): PlanBar => ({ ...bar, least, source: feature })

/** Settings of the distribution itself. */
function* siteBars(distribution: PlacedDistribution): Generator<PlanBar> {
  const { config, path } = distribution
  if (isMultiTenant(config))
    yield never([...path, 'ConnectionMode'], 'A multi-tenant distribution', 'Use a standard distribution.')
  if (hasPolicy(config))
    yield never(
      [...path, 'ContinuousDeploymentPolicyId'],
      'Continuous deployment',
      'Take the continuous deployment policy off.',
      removeAt([...path, 'ContinuousDeploymentPolicyId'], 'Take the continuous deployment policy off'),
    )
  if (known(config.Staging) === true)
    yield never([...path, 'Staging'], 'A staging distribution', 'Keep it on pay as you go.')
  if (isSaid(config.AnycastIpListId))
    yield never(
      [...path, 'AnycastIpListId'],
      'An Anycast IP list',
      'Use shared addresses.',
      removeAt([...path, 'AnycastIpListId'], 'Use shared addresses'),
    )
  yield* certificateBars(distribution)
  if (isSaid(config.ViewerMtlsConfig))
    yield from('PREMIUM', {
      path: [...path, 'ViewerMtlsConfig'],
      what: 'Mutual TLS with viewers',
      remedy: 'Switch mutual TLS off.',
    })
  if (isSaid(config.CacheTagConfig))
    yield from('PRO', {
      path: [...path, 'CacheTagConfig'],
      what: 'Invalidation by cache tag',
      remedy: 'Invalidate by path.',
      fix: removeAt([...path, 'CacheTagConfig'], 'Do without cache tags'),
    })
}

function* certificateBars({ config, path: site }: PlacedDistribution): Generator<PlanBar> {
  const path = [...site, 'ViewerCertificate']
  if (hasDedicatedIp(config))
    yield never(
      [...path, 'SSLSupportMethod'],
      'Dedicated IP addresses',
      'Use “sni-only”.',
      setAt([...path, 'SSLSupportMethod'], 'sni-only', 'Use sni-only'),
    )
  if (isSaid(known(config.ViewerCertificate)?.IAMCertificateId))
    yield never([...path, 'IAMCertificateId'], 'A certificate of IAM', 'Use one of AWS Certificate Manager.')
}

function* logBars(document: DesignDocument, distribution: PlacedDistribution): Generator<PlanBar> {
  const path = [...distribution.path, 'Logging']
  const isOn = standardLogs(distribution.config) !== undefined
  if (isOn || deliveriesOf(document, distribution).length > 0)
    yield from('PRO', {
      path: isOn ? path : distribution.path,
      what: 'Access logs',
      remedy: 'Switch access logs off.',
      ...(isOn && { fix: removeAt(path, 'Switch access logs off') }),
    })
}

const policies: readonly (readonly [PolicyType, `${PolicyType}Id`, string, string])[] = [
  ['CachePolicy', 'CachePolicyId', 'cache policy', 'cache policies'],
  ['OriginRequestPolicy', 'OriginRequestPolicyId', 'origin request policy', 'origin request policies'],
  [
    'ResponseHeadersPolicy',
    'ResponseHeadersPolicyId',
    'response headers policy',
    'response headers policies',
  ],
]

/** Whether a policy is sure to be none of AWS's own. */
function isCustom(document: DesignDocument, type: PolicyType, field: unknown): boolean {
  if (isRef(field)) return document.resources[field.ref]?.type === type
  return typeof field === 'string' && field !== '' && !managedPolicies(type).some(({ id }) => id === field)
}

function* behaviorBars(document: DesignDocument, distribution: PlacedDistribution): Generator<PlanBar> {
  for (const placed of behaviorsOf(distribution)) {
    const { behavior, path } = placed
    const of = behaviorName(placed)
    if (isSaid(behavior.RealtimeLogConfigArn))
      yield never(
        [...path, 'RealtimeLogConfigArn'],
        `Real-time logs of ${of}`,
        'Use standard access logs.',
        removeAt([...path, 'RealtimeLogConfigArn'], 'Do without real-time logs'),
      )
    if (isSaid(behavior.FieldLevelEncryptionId))
      yield never(
        [...path, 'FieldLevelEncryptionId'],
        `Field-level encryption of ${of}`,
        'Take field-level encryption off.',
        removeAt([...path, 'FieldLevelEncryptionId'], 'Take field-level encryption off'),
      )
    if (behavior.ForwardedValues !== undefined && !isSaid(behavior.CachePolicyId))
      yield never([...path, 'ForwardedValues'], `Legacy cache settings of ${of}`, 'Use a cache policy.')
    yield* policyBars(document, placed)
  }
}

function* policyBars(document: DesignDocument, placed: PlacedBehavior): Generator<PlanBar> {
  const { behavior, path } = placed
  for (const [type, field, name, managed] of policies)
    if (isCustom(document, type, behavior[field]))
      yield from('BUSINESS', {
        path: [...path, field],
        what: `The ${name} of your own of ${behaviorName(placed)}`,
        remedy: `Use one of AWS's managed ${managed}.`,
      })
}

function* originBars(distribution: PlacedDistribution): Generator<PlanBar> {
  for (const { value: origin, path } of originsOf(distribution)) {
    const name = `“${nameOf(origin.Id)}”`
    if (hasAccessIdentity(origin))
      yield never(
        [...path, 'S3OriginConfig', 'OriginAccessIdentity'],
        `The origin access identity of ${name}`,
        'Use an origin access control.',
      )
    if (known(known(origin.OriginShield)?.Enabled) === true)
      yield from('PREMIUM', {
        path: [...path, 'OriginShield', 'Enabled'],
        what: `Origin Shield of ${name}`,
        remedy: 'Switch Origin Shield off.',
        fix: setAt([...path, 'OriginShield'], { Enabled: false }, 'Switch Origin Shield off'),
      })
    if (isSaid(origin.VpcOriginConfig))
      yield from('BUSINESS', {
        path: [...path, 'VpcOriginConfig'],
        what: `The VPC origin ${name}`,
        remedy: 'Use an origin that is reached over the internet.',
      })
    if (isSaid(known(origin.CustomOriginConfig)?.OriginMtlsConfig))
      yield from('BUSINESS', {
        path: [...path, 'CustomOriginConfig', 'OriginMtlsConfig'],
        what: `Mutual TLS with ${name}`,
        remedy: 'Take the client certificate off.',
      })
  }
  for (const { value: group, path } of originGroupsOf(distribution))
    yield from('PREMIUM', {
      path,
      what: `The origin group “${nameOf(group.Id)}”`,
      remedy: 'Target one origin.',
    })
}

/** The smallest plan that allows a number; null where none does. */
export const leastTierFor = (count: number, limits: Readonly<Record<PlanTier, number>>): PlanTier | null =>
  planTiers.find((tier) => count <= limits[tier]) ?? null

/** Ordered behaviors and the default one together. */
function* countBars(distribution: PlacedDistribution): Generator<PlanBar> {
  const count = knownItems(distribution.config.CacheBehaviors).length + 1
  const least = leastTierFor(count, planLimits.cacheBehaviors)
  if (least === 'FREE') return
  yield {
    path: [...distribution.path, 'CacheBehaviors'],
    what: `${count} cache behaviors`,
    least,
    remedy: `Have ${planLimits.cacheBehaviors[least === null ? 'PREMIUM' : (planTiers[planTiers.indexOf(least) - 1] ?? 'FREE')]} or fewer.`,
    source: feature,
  }
}

/** Everything of a distribution that some plan does not take. */
export function planBars(document: DesignDocument, distribution: PlacedDistribution): PlanBar[] {
  return [
    ...siteBars(distribution),
    ...behaviorBars(document, distribution),
    ...originBars(distribution),
    ...countBars(distribution),
    ...logBars(document, distribution),
    ...wafBars(document, distribution),
    ...sharedBars(document, distribution),
  ]
}

/** Whether a plan takes what a bar is about. */
export const isBarred = ({ least }: PlanBar, tier: PlanTier): boolean =>
  least === null || planTiers.indexOf(tier) < planTiers.indexOf(least)

/** A bar in a sentence. */
export const barInWords = ({ what, least, remedy }: PlanBar): string =>
  least === null
    ? `${what}: no flat-rate plan takes it. ${remedy}`
    : `${what}: it takes the ${tierNames[least]} plan${least === 'PREMIUM' ? '' : ' or a larger one'}. ${remedy}`
