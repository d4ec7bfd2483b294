/** Continuous deployment policies: they have no name; a staging distribution is served by one of them only. */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import type { JsonObject } from '#core/model/field.ts'
import type { ResourceDriver } from '#core/plan/driver.ts'
import { as, namedDriver } from './named.ts'

const stagingNames = (config: JsonObject): string =>
  JSON.stringify(
    (config['StagingDistributionDnsNames'] as { Items?: readonly string[] } | undefined)?.Items ?? [],
  )

export const continuousDeploymentPolicyDriver = (aws: CloudFront): ResourceDriver =>
  namedDriver({
    type: 'ContinuousDeploymentPolicy',
    isTaken: (live, config) => stagingNames(live.config) === stagingNames(config),
    async list(Marker) {
      const { ContinuousDeploymentPolicyList: page } = await aws.listContinuousDeploymentPolicies(
        Marker ? { Marker } : {},
      )
      const items = (page?.Items ?? []).map(({ ContinuousDeploymentPolicy: one }) => ({
        id: one?.Id,
        name: one?.Id,
      }))
      return { items, next: page?.NextMarker }
    },
    async get(Id) {
      const reply = await aws.getContinuousDeploymentPolicyConfig({ Id })
      return { id: Id, etag: reply.ETag, config: reply.ContinuousDeploymentPolicyConfig }
    },
    async create(config) {
      const reply = await aws.createContinuousDeploymentPolicy({
        ContinuousDeploymentPolicyConfig: as(config),
      })
      return { id: reply.ContinuousDeploymentPolicy?.Id, etag: reply.ETag, config }
    },
    async update(Id, IfMatch, config) {
      const reply = await aws.updateContinuousDeploymentPolicy({
        Id,
        IfMatch,
        ContinuousDeploymentPolicyConfig: as(config),
      })
      return { id: Id, etag: reply.ETag, config }
    },
    delete: (Id, IfMatch) => aws.deleteContinuousDeploymentPolicy({ Id, IfMatch }),
  })
