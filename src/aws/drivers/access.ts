/** What lets CloudFront reach an origin, and viewers reach what is signed. */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import type { ResourceDriver } from '#core/plan/driver.ts'
import { as, namedDriver } from './named.ts'

export const originAccessControlDriver = (aws: CloudFront): ResourceDriver =>
  namedDriver({
    type: 'OriginAccessControl',
    async list(Marker) {
      const { OriginAccessControlList: page } = await aws.listOriginAccessControls(Marker ? { Marker } : {})
      return {
        items: (page?.Items ?? []).map(({ Id, Name }) => ({ id: Id, name: Name })),
        next: page?.NextMarker,
      }
    },
    async get(Id) {
      const reply = await aws.getOriginAccessControlConfig({ Id })
      return { id: Id, etag: reply.ETag, config: reply.OriginAccessControlConfig }
    },
    async create(config) {
      const reply = await aws.createOriginAccessControl({ OriginAccessControlConfig: as(config) })
      return { id: reply.OriginAccessControl?.Id, etag: reply.ETag, config }
    },
    async update(Id, IfMatch, config) {
      const reply = await aws.updateOriginAccessControl({
        Id,
        IfMatch,
        OriginAccessControlConfig: as(config),
      })
      return { id: Id, etag: reply.ETag, config }
    },
    delete: (Id, IfMatch) => aws.deleteOriginAccessControl({ Id, IfMatch }),
  })

export const keyGroupDriver = (aws: CloudFront): ResourceDriver =>
  namedDriver({
    type: 'KeyGroup',
    async list(Marker) {
      const { KeyGroupList: page } = await aws.listKeyGroups(Marker ? { Marker } : {})
      const items = (page?.Items ?? []).map(({ KeyGroup: one }) => ({
        id: one?.Id,
        name: one?.KeyGroupConfig?.Name,
      }))
      return { items, next: page?.NextMarker }
    },
    async get(Id) {
      const reply = await aws.getKeyGroup({ Id })
      return { id: Id, etag: reply.ETag, config: reply.KeyGroup?.KeyGroupConfig }
    },
    async create(config) {
      const reply = await aws.createKeyGroup({ KeyGroupConfig: as(config) })
      return { id: reply.KeyGroup?.Id, etag: reply.ETag, config }
    },
    async update(Id, IfMatch, config) {
      const reply = await aws.updateKeyGroup({ Id, IfMatch, KeyGroupConfig: as(config) })
      return { id: Id, etag: reply.ETag, config }
    },
    delete: (Id, IfMatch) => aws.deleteKeyGroup({ Id, IfMatch }),
  })

export const publicKeyDriver = (aws: CloudFront): ResourceDriver =>
  namedDriver({
    type: 'PublicKey',
    async list(Marker) {
      const { PublicKeyList: page } = await aws.listPublicKeys(Marker ? { Marker } : {})
      return {
        items: (page?.Items ?? []).map(({ Id, Name }) => ({ id: Id, name: Name })),
        next: page?.NextMarker,
      }
    },
    async get(Id) {
      const reply = await aws.getPublicKey({ Id })
      return { id: Id, etag: reply.ETag, config: reply.PublicKey?.PublicKeyConfig }
    },
    async create(config) {
      const reply = await aws.createPublicKey({ PublicKeyConfig: as(config) })
      return { id: reply.PublicKey?.Id, etag: reply.ETag, config }
    },
    async update(Id, IfMatch, config) {
      const reply = await aws.updatePublicKey({ Id, IfMatch, PublicKeyConfig: as(config) })
      return { id: Id, etag: reply.ETag, config }
    },
    delete: (Id, IfMatch) => aws.deletePublicKey({ Id, IfMatch }),
  })

/** An identity has no name of its own: only a caller reference tells one from another. */
export const originAccessIdentityDriver = (aws: CloudFront): ResourceDriver =>
  namedDriver({
    type: 'OriginAccessIdentity',
    async list(Marker) {
      const { CloudFrontOriginAccessIdentityList: page } = await aws.listCloudFrontOriginAccessIdentities(
        Marker ? { Marker } : {},
      )
      const items = (page?.Items ?? []).map(({ Id, Comment }) => ({ id: Id, name: Comment }))
      return { items, next: page?.NextMarker }
    },
    async get(Id) {
      const reply = await aws.getCloudFrontOriginAccessIdentityConfig({ Id })
      return { id: Id, etag: reply.ETag, config: reply.CloudFrontOriginAccessIdentityConfig }
    },
    async create(config) {
      const reply = await aws.createCloudFrontOriginAccessIdentity({
        CloudFrontOriginAccessIdentityConfig: as(config),
      })
      return { id: reply.CloudFrontOriginAccessIdentity?.Id, etag: reply.ETag, config }
    },
    async update(Id, IfMatch, config) {
      const reply = await aws.updateCloudFrontOriginAccessIdentity({
        Id,
        IfMatch,
        CloudFrontOriginAccessIdentityConfig: as(config),
      })
      return { id: Id, etag: reply.ETag, config }
    },
    delete: (Id, IfMatch) => aws.deleteCloudFrontOriginAccessIdentity({ Id, IfMatch }),
  })
