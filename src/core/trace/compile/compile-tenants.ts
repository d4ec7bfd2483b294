/**
 * Distribution tenants: a multi-tenant distribution with a tenant's parameters filled in and its customizations in place.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-config-options.html
 */
import { resourcesOf } from '#core/model/distribution.ts'
import type {
  DesignDocument,
  DistributionConfig,
  LogicalId,
  Origin,
  ResourceConfigs,
} from '#core/model/document.ts'
import { isExpression, isRef, known, knownItems } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { compileWebAcl } from '#core/trace/waf/compile-acl.ts'
import type { CompiledDistribution, CompiledTenant } from './compiled.ts'

type Values = ReadonlyMap<string, string>

export const isMultiTenant = ({ ConnectionMode: mode }: DistributionConfig): boolean =>
  known(mode) === 'tenant-only'

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g

/** The defaults that the distribution gives its parameters. */
function defaultsOf(config: DistributionConfig): Map<string, string> {
  const values = new Map<string, string>()
  for (const definition of knownItems(known(config.TenantConfig)?.ParameterDefinitions)) {
    const name = known(definition.Name)
    const value = known(known(known(definition.Definition)?.StringSchema)?.DefaultValue)
    if (name !== undefined && value !== undefined && value !== '') values.set(name, value)
  }
  return values
}

function filled<T>(field: T, values: Values, missing: Set<string>): T {
  if (typeof field !== 'string') return field
  const text = field.replaceAll(placeholder, (whole, name: string) => {
    const value = values.get(name)
    if (value === undefined) missing.add(name)
    return value ?? whole
  })
  return text as T & string // a string stays one
}

function filledOrigin(origin: Origin, values: Values, missing: Set<string>): Origin {
  const { DomainName, OriginPath } = origin
  return {
    ...origin,
    ...(DomainName !== undefined && { DomainName: filled(DomainName, values, missing) }),
    ...(OriginPath !== undefined && { OriginPath: filled(OriginPath, values, missing) }),
  }
}

/** The configuration with parameters in the origins' domain names and paths, where AWS lets them stand. */
export function withParameters(
  config: DistributionConfig,
  tenantValues: Values = new Map(),
): { readonly config: DistributionConfig; readonly missing: readonly string[] } {
  const values = new Map([...defaultsOf(config), ...tenantValues])
  const missing = new Set<string>()
  const { Origins: origins } = config
  if (!Array.isArray(origins)) return { config, missing: [] }
  return {
    config: {
      ...config,
      Origins: origins.map((origin) =>
        isExpression(origin) ? origin : filledOrigin(origin, values, missing),
      ),
    },
    missing: [...missing],
  }
}

/** A tenant's own geography and web ACL in place of the distribution's. */
function customized(
  document: DesignDocument,
  base: CompiledDistribution,
  config: ResourceConfigs['DistributionTenant'],
  path: Path,
): CompiledDistribution {
  const customizations = known(config.Customizations)
  const geo = known(customizations?.GeoRestrictions)
  const type = known(geo?.RestrictionType)
  const acl = known(customizations?.WebAcl)
  const action = known(acl?.Action)
  const own = [...path, 'Customizations']
  return {
    ...base,
    aliases: [],
    ...(geo && {
      geo: {
        type: type === 'whitelist' || type === 'blacklist' ? type : 'none',
        countries: new Set(knownItems(geo.Locations).map((code) => code.toUpperCase())),
        path: [...own, 'GeoRestrictions'],
      },
    }),
    ...(action === 'disable' && { webAcl: null }),
    ...(action === 'override' && {
      webAcl: compileWebAcl(document, acl?.Arn, [...own, 'WebAcl']),
    }),
  }
}

/** The tenants of the design that belong to a distribution; `compileWith` makes it ready with another configuration. */
export function compileTenants(
  document: DesignDocument,
  id: LogicalId,
  config: DistributionConfig,
  compileWith: (config: DistributionConfig) => CompiledDistribution,
): CompiledTenant[] {
  return resourcesOf(document, 'DistributionTenant').flatMap((tenant): CompiledTenant[] => {
    const { DistributionId: owner, ConnectionGroupId: groupId } = tenant.config
    if (!isRef(owner) || owner.ref !== id) return []
    const values = new Map(
      knownItems(tenant.config.Parameters).map(({ Name, Value }) => [known(Name) ?? '', known(Value) ?? '']),
    )
    const own = withParameters(config, values)
    const group = isRef(groupId) ? document.resources[groupId.ref] : undefined
    const isGroupOff = group?.type === 'ConnectionGroup' && known(group.config.Enabled) === false
    return [
      {
        id: tenant.id,
        domains: knownItems(tenant.config.Domains).flatMap(
          ({ Domain }) => known(Domain)?.toLowerCase() ?? [],
        ),
        obstacle:
          known(tenant.config.Enabled) === false
            ? 'the tenant is disabled'
            : isGroupOff
              ? 'its connection group is disabled'
              : null,
        missingParameters: own.missing,
        distribution: customized(document, compileWith(own.config), tenant.config, tenant.path),
        path: tenant.path,
      },
    ]
  })
}
