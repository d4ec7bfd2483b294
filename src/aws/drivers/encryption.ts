/** Field-level encryption: profiles by name, configurations by nothing but the caller reference they were made with. */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import type { ResourceDriver } from '#core/plan/driver.ts'
import { as, namedDriver } from './named.ts'

export const fieldLevelEncryptionConfigDriver = (aws: CloudFront): ResourceDriver =>
  namedDriver({
    type: 'FieldLevelEncryptionConfig',
    async list(Marker) {
      const { FieldLevelEncryptionList: page } = await aws.listFieldLevelEncryptionConfigs(
        Marker ? { Marker } : {},
      )
      const items = (page?.Items ?? []).map(({ Id, Comment }) => ({ id: Id, name: Comment }))
      return { items, next: page?.NextMarker }
    },
    async get(Id) {
      const reply = await aws.getFieldLevelEncryptionConfig({ Id })
      return { id: Id, etag: reply.ETag, config: reply.FieldLevelEncryptionConfig }
    },
    async create(config) {
      const reply = await aws.createFieldLevelEncryptionConfig({ FieldLevelEncryptionConfig: as(config) })
      return { id: reply.FieldLevelEncryption?.Id, etag: reply.ETag, config }
    },
    async update(Id, IfMatch, config) {
      const reply = await aws.updateFieldLevelEncryptionConfig({
        Id,
        IfMatch,
        FieldLevelEncryptionConfig: as(config),
      })
      return { id: Id, etag: reply.ETag, config }
    },
    delete: (Id, IfMatch) => aws.deleteFieldLevelEncryptionConfig({ Id, IfMatch }),
  })

export const fieldLevelEncryptionProfileDriver = (aws: CloudFront): ResourceDriver =>
  namedDriver({
    type: 'FieldLevelEncryptionProfile',
    async list(Marker) {
      const { FieldLevelEncryptionProfileList: page } = await aws.listFieldLevelEncryptionProfiles(
        Marker ? { Marker } : {},
      )
      return {
        items: (page?.Items ?? []).map(({ Id, Name }) => ({ id: Id, name: Name })),
        next: page?.NextMarker,
      }
    },
    async get(Id) {
      const reply = await aws.getFieldLevelEncryptionProfileConfig({ Id })
      return { id: Id, etag: reply.ETag, config: reply.FieldLevelEncryptionProfileConfig }
    },
    async create(config) {
      const reply = await aws.createFieldLevelEncryptionProfile({
        FieldLevelEncryptionProfileConfig: as(config),
      })
      return { id: reply.FieldLevelEncryptionProfile?.Id, etag: reply.ETag, config }
    },
    async update(Id, IfMatch, config) {
      const reply = await aws.updateFieldLevelEncryptionProfile({
        Id,
        IfMatch,
        FieldLevelEncryptionProfileConfig: as(config),
      })
      return { id: Id, etag: reply.ETag, config }
    },
    delete: (Id, IfMatch) => aws.deleteFieldLevelEncryptionProfile({ Id, IfMatch }),
  })
