/** `compile` turns a distribution of a design into something that serves requests: once per design, run by all. */
import { tableOf } from '#core/ground/names.ts'
import { compilePatterns } from '#core/http/path-pattern.ts'
import { normalizePath } from '#core/http/url.ts'
import type { AccountFacts } from '#core/model/account.ts'
import { behaviorsOf, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument, DistributionConfig, LogicalId } from '#core/model/document.ts'
import { isRef, known, knownItems } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { compileWebAcl } from '#core/trace/waf/compile-acl.ts'
import { compileBehavior } from './compile-behavior.ts'
import { referredTo } from './compile-function.ts'
import { compileMtls } from './compile-mtls.ts'
import { compileOrigin, compileTarget } from './compile-origin.ts'
import { compileTenants, isMultiTenant, withParameters } from './compile-tenants.ts'
import type {
  CompiledBehavior,
  CompiledDistribution,
  CompiledErrorResponse,
  CompiledStaging,
} from './compiled.ts'

/** The name that every simulated distribution answers to, besides its aliases. */
export const distributionDomainName = 'd111111abcdef8.cloudfront.net'
const stagingDomainName = 'd222222abcdef8.cloudfront.net'

const httpVersionsOf: Readonly<Record<string, readonly string[]>> = tableOf({
  'http1.1': ['1.0', '1.1'],
  http2: ['1.0', '1.1', '2'],
  http3: ['1.0', '1.1', '3'],
  http2and3: ['1.0', '1.1', '2', '3'],
})

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html */
function errorResponses(config: DistributionConfig, path: Path): Map<number, CompiledErrorResponse> {
  const responses = new Map<number, CompiledErrorResponse>()
  knownItems(config.CustomErrorResponses).forEach((response, index) => {
    const errorCode = Number(known(response.ErrorCode))
    const page = known(response.ResponsePagePath)
    const code = known(response.ResponseCode)
    responses.set(errorCode, {
      errorCode,
      minTtl: Number(known(response.ErrorCachingMinTTL) ?? 10),
      pagePath: page === undefined || page === '' ? null : page.startsWith('/') ? page : `/${page}`,
      responseCode: code === undefined || code === '' ? null : Number(code),
      path: [...path, 'CustomErrorResponses', index],
    })
  })
  return responses
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/continuous-deployment.html */
function stagingOf(
  document: DesignDocument,
  config: DistributionConfig,
  account: AccountFacts,
): CompiledStaging | null {
  const policyId = config.ContinuousDeploymentPolicyId
  const policy = isRef(policyId) ? document.resources[policyId.ref] : undefined
  if (policy?.type !== 'ContinuousDeploymentPolicy' || known(policy.config.Enabled) === false) return null
  const stagingId = (policy.config.StagingDistributionDnsNames ?? [])
    .map(referredTo)
    .find((id) => id !== undefined && document.resources[id]?.type === 'Distribution')
  const traffic = known(policy.config.TrafficConfig)
  const stagingResource = stagingId === undefined ? undefined : document.resources[stagingId]
  if (stagingId === undefined || stagingResource?.type !== 'Distribution' || traffic === undefined)
    return null
  const header = known(traffic.SingleHeaderConfig)
  const weight = known(traffic.SingleWeightConfig)
  const name = known(header?.Header)
  const sticky = known(weight?.SessionStickinessConfig)
  const type = known(traffic.Type) ?? (header ? 'SingleHeader' : 'SingleWeight')
  return {
    distribution: {
      ...compileConfig(document, stagingId, stagingResource.config, account, true),
      domainName: stagingDomainName,
    },
    header:
      type === 'SingleHeader' && name !== undefined
        ? { name: name.toLowerCase(), value: known(header?.Value) ?? '' }
        : null,
    weight: type === 'SingleWeight' ? Math.min(Number(known(weight?.Weight) ?? 0), 0.15) : null,
    stickySeconds: sticky === undefined ? null : Number(known(sticky.MaximumTTL) ?? 600),
    path: isRef(policyId) ? ['resources', policyId.ref, 'config', 'TrafficConfig'] : [],
  }
}

/**
 * Makes a distribution ready: matchers, key extractors, TTL settings, policies merged.
 * Throws where the design holds no distribution of that name, since callers choose from those it has.
 */
export function compile(
  document: DesignDocument,
  distributionId: LogicalId,
  account: AccountFacts = {},
): CompiledDistribution {
  const resource = document.resources[distributionId]
  if (resource?.type !== 'Distribution')
    throw new Error(`The design holds no distribution “${distributionId}”.`)
  const { config } = resource
  if (!isMultiTenant(config)) return compileConfig(document, distributionId, config, account)
  const compileWith = (filled: DistributionConfig) => compileConfig(document, distributionId, filled, account)
  return {
    ...compileWith(withParameters(config).config),
    tenants: compileTenants(document, distributionId, config, compileWith),
  }
}

function compileConfig(
  document: DesignDocument,
  distributionId: LogicalId,
  config: DistributionConfig,
  account: AccountFacts,
  isStaging = false,
): CompiledDistribution {
  const path: Path = ['resources', distributionId, 'config']
  const origins = new Map(
    originsOf({ config, path }).map((placed) => {
      const origin = compileOrigin(document, placed.value, placed.path)
      return [origin.id, origin]
    }),
  )
  const compileAt = (placed: ReturnType<typeof behaviorsOf>[number]): CompiledBehavior =>
    compileBehavior(placed.behavior, {
      document,
      account,
      index: placed.index,
      path: placed.path,
      target: compileTarget(config, path, origins, known(placed.behavior.TargetOriginId) ?? ''),
    })
  const behaviors = behaviorsOf({
    config: known(config.DefaultCacheBehavior) ? config : { ...config, DefaultCacheBehavior: {} },
    path,
  }).map(compileAt)
  const patterns = compilePatterns(behaviors.slice(0, -1).map(({ pattern }) => pattern))
  const fallback = behaviors.at(-1)
  if (!fallback) throw new Error('A compiled distribution always has its default behavior.')
  const geo = known(known(config.Restrictions)?.GeoRestriction)
  const geoType = known(geo?.RestrictionType)
  return {
    id: distributionId,
    domainName: distributionDomainName,
    aliases: knownItems(config.Aliases).map((alias) => alias.toLowerCase()),
    enabled: known(config.Enabled) !== false,
    httpVersions: new Set(
      httpVersionsOf[(known(config.HttpVersion) ?? 'http2').toLowerCase()] ?? httpVersionsOf['http2'],
    ),
    hasIpv6: known(config.IsIPV6Enabled) !== false,
    defaultRootObject: known(config.DefaultRootObject) ?? '',
    behaviors,
    chooseBehavior: (requestPath) => behaviors[patterns.match(normalizePath(requestPath))] ?? fallback,
    geo: {
      type: geoType === 'whitelist' || geoType === 'blacklist' ? geoType : 'none',
      countries: new Set(knownItems(geo?.Items).map((code) => code.toUpperCase())),
      path: [...path, 'Restrictions', 'GeoRestriction'],
    },
    webAcl: compileWebAcl(document, config.WebACLId, [...path, 'WebACLId']),
    mtls: compileMtls(document, account, config, path),
    cacheTagHeader: known(known(config.CacheTagConfig)?.HeaderName)?.toLowerCase() ?? null,
    errorResponses: errorResponses(config, path),
    // A staging distribution has none of its own, whatever its configuration says.
    staging: isStaging ? null : stagingOf(document, config, account),
    tenants: null,
    origins,
    path,
  }
}
