/**
 * What shares a multi-tenant distribution: tenants, and the connection groups that they are reached by.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-config-options.html
 */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import type { JsonObject } from '#core/model/field.ts'
import { changeable, deletedOnceDisabled, settingsOf } from './flat.ts'
import { as, type Input, namedDriver, pagesOf } from './named.ts'
import { type TaggableDriver, tagsInput } from './tagged.ts'

export function connectionGroupDriver(aws: CloudFront): TaggableDriver {
  const isDeployed = async (Identifier: string) =>
    (await aws.getConnectionGroup({ Identifier })).ConnectionGroup?.Status !== 'InProgress'
  const named = namedDriver({
    type: 'ConnectionGroup',
    async list(Marker) {
      const { ConnectionGroups = [], NextMarker } = await aws.listConnectionGroups(Marker ? { Marker } : {})
      const items = ConnectionGroups.map(({ Id, Name, Arn, RoutingEndpoint }) => ({
        id: Id,
        name: Name,
        arn: Arn,
        domainName: RoutingEndpoint,
      }))
      return { items, next: NextMarker }
    },
    async get(Identifier) {
      const { ConnectionGroup: group, ETag } = await aws.getConnectionGroup({ Identifier })
      return {
        id: group?.Id,
        arn: group?.Arn,
        etag: ETag,
        domainName: group?.RoutingEndpoint,
        config: settingsOf(group, ['RoutingEndpoint', 'IsDefault']),
      }
    },
    async create(config, _, tags) {
      const { ConnectionGroup: group, ETag } = await aws.createConnectionGroup({
        ...as<Input<'createConnectionGroup'>>(config),
        ...tagsInput(tags),
      })
      return { id: group?.Id, arn: group?.Arn, etag: ETag, domainName: group?.RoutingEndpoint, config }
    },
    async update(Id, IfMatch, config) {
      const { ConnectionGroup: group, ETag } = await aws.updateConnectionGroup({
        ...as<Input<'updateConnectionGroup'>>(changeable(config, ['Name'])),
        Id,
        IfMatch,
      })
      return { id: Id, arn: group?.Arn, etag: ETag, domainName: group?.RoutingEndpoint, config }
    },
    delete: (Id, IfMatch) => aws.deleteConnectionGroup({ Id, IfMatch }),
  })
  const remove = (Id: string, IfMatch: string) => aws.deleteConnectionGroup({ Id, IfMatch })
  return deletedOnceDisabled(named, { update: named.update, isDeployed, remove })
}

/** Each domain stands beside its status, which is no setting. */
const withoutStatus = ({ Domains, ...settings }: JsonObject): JsonObject => ({
  ...settings,
  ...(Array.isArray(Domains) && {
    Domains: Domains.map((one: JsonObject) => changeable(one, ['Status'])),
  }),
})
const domainsOf = (config: JsonObject): readonly unknown[] =>
  // In the API's shape this is a plain list.
  ((config['Domains'] ?? []) as readonly JsonObject[]).map(({ Domain }) => Domain)

export function distributionTenantDriver(aws: CloudFront): TaggableDriver {
  const isDeployed = async (Identifier: string) =>
    (await aws.getDistributionTenant({ Identifier })).DistributionTenant?.Status !== 'InProgress'
  const list = async (Marker: string | undefined, DistributionId?: string) => {
    const { DistributionTenantList = [], NextMarker } = await aws.listDistributionTenants({
      ...(Marker !== undefined && { Marker }),
      ...(DistributionId !== undefined && { AssociationFilter: { DistributionId } }),
    })
    const items = DistributionTenantList.map(({ Id, Name, Arn }) => ({ id: Id, name: Name, arn: Arn }))
    return { items, next: NextMarker }
  }
  const named = namedDriver({
    type: 'DistributionTenant',
    // A name and each domain are one tenant's only.
    isTaken: (live, config) =>
      live.config['Name'] === config['Name'] ||
      domainsOf(config).some((domain) => domainsOf(live.config).includes(domain)),
    list: (Marker) => list(Marker),
    async get(Identifier) {
      const { DistributionTenant: tenant, ETag } = await aws.getDistributionTenant({ Identifier })
      const settings = settingsOf(tenant)
      return { id: tenant?.Id, arn: tenant?.Arn, etag: ETag, config: settings && withoutStatus(settings) }
    },
    async create(config, _, tags) {
      const { DistributionTenant: tenant, ETag } = await aws.createDistributionTenant({
        ...as<Input<'createDistributionTenant'>>(config),
        ...tagsInput(tags),
      })
      return { id: tenant?.Id, arn: tenant?.Arn, etag: ETag, config }
    },
    async update(Id, IfMatch, config) {
      const { DistributionTenant: tenant, ETag } = await aws.updateDistributionTenant({
        ...as<Input<'updateDistributionTenant'>>(changeable(config, ['Name'])),
        Id,
        IfMatch,
      })
      return { id: Id, arn: tenant?.Arn, etag: ETag, config }
    },
    delete: (Id, IfMatch) => aws.deleteDistributionTenant({ Id, IfMatch }),
  })
  const remove = (Id: string, IfMatch: string) => aws.deleteDistributionTenant({ Id, IfMatch })
  return {
    ...deletedOnceDisabled(named, { update: named.update, isDeployed, remove }),
    async of(distributionId) {
      const ids: string[] = []
      for await (const items of pagesOf('DistributionTenant', (marker) => list(marker, distributionId)))
        ids.push(...items.flatMap(({ id }) => id ?? []))
      return ids
    },
  }
}
