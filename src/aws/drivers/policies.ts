/** Cache, origin request and response headers policies. */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import type { ResourceDriver } from '#core/plan/driver.ts'
import { as, type Input, namedDriver } from './named.ts'

export const cachePolicyDriver = (aws: CloudFront): ResourceDriver =>
  namedDriver({
    type: 'CachePolicy',
    async list(Marker) {
      const { CachePolicyList: page } = await aws.listCachePolicies({
        Type: 'custom',
        ...(Marker && { Marker }),
      })
      const items = (page?.Items ?? []).map(({ CachePolicy: one }) => ({
        id: one?.Id,
        name: one?.CachePolicyConfig?.Name,
      }))
      return { items, next: page?.NextMarker }
    },
    async get(Id) {
      const reply = await aws.getCachePolicyConfig({ Id })
      return { id: Id, etag: reply.ETag, config: reply.CachePolicyConfig }
    },
    async create(config) {
      const reply = await aws.createCachePolicy({
        CachePolicyConfig: as(config),
      } as Input<'createCachePolicy'>)
      return { id: reply.CachePolicy?.Id, etag: reply.ETag, config }
    },
    async update(Id, IfMatch, config) {
      const reply = await aws.updateCachePolicy({ Id, IfMatch, CachePolicyConfig: as(config) })
      return { id: Id, etag: reply.ETag, config }
    },
    delete: (Id, IfMatch) => aws.deleteCachePolicy({ Id, IfMatch }),
  })

export const originRequestPolicyDriver = (aws: CloudFront): ResourceDriver =>
  namedDriver({
    type: 'OriginRequestPolicy',
    async list(Marker) {
      const { OriginRequestPolicyList: page } = await aws.listOriginRequestPolicies({
        Type: 'custom',
        ...(Marker && { Marker }),
      })
      const items = (page?.Items ?? []).map(({ OriginRequestPolicy: one }) => ({
        id: one?.Id,
        name: one?.OriginRequestPolicyConfig?.Name,
      }))
      return { items, next: page?.NextMarker }
    },
    async get(Id) {
      const reply = await aws.getOriginRequestPolicyConfig({ Id })
      return { id: Id, etag: reply.ETag, config: reply.OriginRequestPolicyConfig }
    },
    async create(config) {
      const reply = await aws.createOriginRequestPolicy({ OriginRequestPolicyConfig: as(config) })
      return { id: reply.OriginRequestPolicy?.Id, etag: reply.ETag, config }
    },
    async update(Id, IfMatch, config) {
      const reply = await aws.updateOriginRequestPolicy({
        Id,
        IfMatch,
        OriginRequestPolicyConfig: as(config),
      })
      return { id: Id, etag: reply.ETag, config }
    },
    delete: (Id, IfMatch) => aws.deleteOriginRequestPolicy({ Id, IfMatch }),
  })

export const responseHeadersPolicyDriver = (aws: CloudFront): ResourceDriver =>
  namedDriver({
    type: 'ResponseHeadersPolicy',
    async list(Marker) {
      const { ResponseHeadersPolicyList: page } = await aws.listResponseHeadersPolicies({
        Type: 'custom',
        ...(Marker && { Marker }),
      })
      const items = (page?.Items ?? []).map(({ ResponseHeadersPolicy: one }) => ({
        id: one?.Id,
        name: one?.ResponseHeadersPolicyConfig?.Name,
      }))
      return { items, next: page?.NextMarker }
    },
    async get(Id) {
      const reply = await aws.getResponseHeadersPolicyConfig({ Id })
      return { id: Id, etag: reply.ETag, config: reply.ResponseHeadersPolicyConfig }
    },
    async create(config) {
      const reply = await aws.createResponseHeadersPolicy({ ResponseHeadersPolicyConfig: as(config) })
      return { id: reply.ResponseHeadersPolicy?.Id, etag: reply.ETag, config }
    },
    async update(Id, IfMatch, config) {
      const reply = await aws.updateResponseHeadersPolicy({
        Id,
        IfMatch,
        ResponseHeadersPolicyConfig: as(config),
      })
      return { id: Id, etag: reply.ETag, config }
    },
    delete: (Id, IfMatch) => aws.deleteResponseHeadersPolicy({ Id, IfMatch }),
  })
