/** What of a design decides its bill besides the requests. */
import { behaviorsOf, distributionsIn, type PlacedBehavior, resourcesOf } from '#core/model/distribution.ts'
import type { Behavior, DesignDocument, DistributionConfig, LogicalId } from '#core/model/document.ts'
import { isRef, isSaid, isUnknown, known, knownItems } from '#core/model/field.ts'
import { hasDedicatedIp } from '#core/rules/lookup/dedicated-ip.ts'
import { edgeFunctionsIn } from '#core/rules/lookup/edge-functions.ts'
import { foreignOf, namedIn, textIn } from '#core/rules/lookup/foreign.ts'
import { tenantsOf } from '#core/rules/lookup/tenant-links.ts'
import { originsBehind, type PlacedDistribution } from '#core/rules/lookup/walk.ts'
import { type LogDestination, logDestinationsOf } from './log-destinations.ts'
import { type WebAclFacts, webAclFacts } from './web-acl.ts'

export interface BehaviorFacts {
  readonly pattern: string
  readonly target: string
  /** AWS region of the first origin's Origin Shield. */
  readonly shieldRegion: string | null
  /** Associations of CloudFront functions; each runs once for a request. */
  readonly functions: number
  /** Of those, the ones that have a key value store. */
  readonly storeFunctions: number
  /** Lambda functions that viewers' requests and responses start, and those that only origins' do. */
  readonly viewerLambdas: number
  readonly originLambdas: number
  /** Memory of a run, in GB. */
  readonly lambdaGigabytes: number
  readonly encrypts: boolean
  /** The share of its requests that real-time logs record. */
  readonly recordedShare: number
}

export interface MoneyFacts {
  readonly distribution: LogicalId
  readonly priceClass: string
  readonly behaviors: readonly BehaviorFacts[]
  readonly hasDedicatedIp: boolean
  readonly hasAnycastList: boolean
  readonly hasAdditionalMetrics: boolean
  readonly tenants: number
  readonly webAcl: WebAclFacts | null
  /** The design puts the distribution under Shield Advanced, or a person says so. */
  readonly hasShieldAdvanced: boolean
  readonly logs: readonly LogDestination[]
  /** Of viewers: their certificates are asked for, or a connection function runs. */
  readonly hasMutualTls: boolean
  /** The design still has an RTMP distribution. */
  readonly hasStreaming: boolean
}

/** The share of requests that a behavior's real-time log configuration records; all of them where the design does not say. */
function recordedShare(document: DesignDocument, { RealtimeLogConfigArn: config }: Behavior): number {
  if (!isSaid(config)) return 0
  const resource = isRef(config) ? document.resources[config.ref] : undefined
  const rate = resource?.type === 'RealtimeLogConfig' ? known(resource.config.SamplingRate) : undefined
  return rate === undefined ? 1 : rate / 100
}

/** Whether a function of the design has a key value store. */
function hasStore(document: DesignDocument, arn: unknown): boolean {
  const id = isRef(arn) ? arn.ref : isUnknown(arn) ? arn.refs?.[0] : undefined
  const resource = id === undefined ? undefined : document.resources[id]
  if (resource?.type !== 'Function') return false
  const stores = known(resource.config.FunctionConfig)?.KeyValueStoreAssociations
  return stores !== undefined && (known(stores)?.length ?? 1) > 0
}

const leastMemory = 128
const megabytes = 1024

function memoryOf(document: DesignDocument, path: PlacedBehavior['path']): number {
  const of = path.join('/')
  const sizes = edgeFunctionsIn(document)
    .filter(({ uses }) => uses.some(({ placed }) => placed.path.join('/') === of))
    .map(({ config }) => Number(config['MemorySize'] ?? leastMemory))
    .map((size) => (Number.isFinite(size) ? size : leastMemory))
  return (
    (sizes.length === 0 ? leastMemory : sizes.reduce((sum, size) => sum + size) / sizes.length) / megabytes
  )
}

function behaviorFacts(
  document: DesignDocument,
  distribution: PlacedDistribution,
  placed: PlacedBehavior,
): BehaviorFacts {
  const { behavior, index } = placed
  const [first] = originsBehind({ distribution, behavior })
  const shield = known(first?.value.OriginShield)
  const functions = knownItems(behavior.FunctionAssociations)
  const lambdas = knownItems(behavior.LambdaFunctionAssociations)
  const ofViewers = lambdas.filter(({ EventType: event }) => known(event)?.startsWith('viewer-')).length
  const { FieldLevelEncryptionId: encryption } = behavior
  return {
    pattern: index === undefined ? '*' : (known(behavior.PathPattern) ?? `behavior ${index + 1}`),
    target: known(behavior.TargetOriginId) ?? '',
    shieldRegion: known(shield?.Enabled) === true ? (known(shield?.OriginShieldRegion) ?? 'us-east-1') : null,
    functions: functions.length,
    storeFunctions: functions.filter(({ FunctionARN: arn }) => hasStore(document, arn)).length,
    viewerLambdas: ofViewers,
    originLambdas: lambdas.length - ofViewers,
    lambdaGigabytes: memoryOf(document, placed.path),
    encrypts: isSaid(encryption),
    recordedShare: recordedShare(document, behavior),
  }
}

function hasMetrics(document: DesignDocument, id: LogicalId): boolean {
  return resourcesOf(document, 'MonitoringSubscription').some(({ config }) => {
    const { DistributionId: of } = config
    const status = known(known(config.MonitoringSubscription)?.RealtimeMetricsSubscriptionConfig)
    return (
      (isRef(of) ? of.ref === id : distributionsIn(document).length === 1) &&
      known(status?.RealtimeMetricsSubscriptionStatus) === 'Enabled'
    )
  })
}

/** A protection names its resource by ARN; with one distribution any that is not plainly another's is its. */
const hasShield = (document: DesignDocument, id: LogicalId): boolean =>
  foreignOf(document, 'AWS::Shield::Protection').some(({ config }) => {
    const arn = config['ResourceArn']
    const text = textIn(arn)
    if (text !== undefined) return text.includes(':cloudfront:') && distributionsIn(document).length === 1
    return namedIn(arn).includes(id)
  })

/** The tenants that the design has for the distribution. */
const tenantCount = (document: DesignDocument, id: LogicalId, config: DistributionConfig): number =>
  known(config.ConnectionMode) === 'tenant-only' ? tenantsOf(document, id).length : 0

export function moneyFacts(document: DesignDocument, id: LogicalId): MoneyFacts {
  const distribution = distributionsIn(document).find((placed) => placed.id === id)
  if (!distribution) throw new Error(`There is no distribution “${id}”.`)
  const { config } = distribution
  return {
    distribution: id,
    priceClass: known(config.PriceClass) ?? 'PriceClass_All',
    behaviors: behaviorsOf(distribution).map((placed) => behaviorFacts(document, distribution, placed)),
    hasDedicatedIp: hasDedicatedIp(config),
    hasAnycastList: isSaid(config.AnycastIpListId),
    hasAdditionalMetrics: hasMetrics(document, id),
    tenants: tenantCount(document, id, config),
    webAcl: webAclFacts(document, config),
    hasShieldAdvanced: hasShield(document, id),
    logs: logDestinationsOf(document, distribution),
    hasMutualTls: isSaid(config.ViewerMtlsConfig) || isSaid(config.ConnectionFunctionAssociation),
    hasStreaming: resourcesOf(document, 'StreamingDistribution').length > 0,
  }
}
