/** Field-level encryption: profiles by name, configurations by the caller reference they were made with. */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import type { ResourceDriver } from '#core/plan/driver.ts'
import { as, namedDriver, withReference } from './named.ts'

export const fieldLevelEncryptionConfigDriver = (aws: CloudFront): ResourceDriver =>
  namedDriver({
    type: 'FieldLevelEncryptionConfig',
    isWanted: (live, id, config) =>
      live.config['CallerReference'] === withReference(id, config)['CallerReference'],
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
    async create(config, id) {
      const complete = withReference(id, config)
      const reply = await aws.createFieldLevelEncryptionConfig({ FieldLevelEncryptionConfig: as(complete) })
      return { id: reply.FieldLevelEncryption?.Id, etag: reply.ETag, config: complete }
    },
    async update(Id, IfMatch, config) {
      const { FieldLevelEncryptionConfig: before } = await aws.getFieldLevelEncryptionConfig({ Id })
      const complete = { ...config, CallerReference: before?.CallerReference ?? '' }
      const reply = await aws.updateFieldLevelEncryptionConfig({
        Id,
        IfMatch,
        FieldLevelEncryptionConfig: as(complete),
      })
      return { id: Id, etag: reply.ETag, config: complete }
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
    async create(config, id) {
      const complete = withReference(id, config)
      const reply = await aws.createFieldLevelEncryptionProfile({
        FieldLevelEncryptionProfileConfig: as(complete),
      })
      return { id: reply.FieldLevelEncryptionProfile?.Id, etag: reply.ETag, config: complete }
    },
    async update(Id, IfMatch, config) {
      const { FieldLevelEncryptionProfileConfig: before } = await aws.getFieldLevelEncryptionProfileConfig({
        Id,
      })
      const complete = { ...config, CallerReference: before?.CallerReference ?? '' }
      const reply = await aws.updateFieldLevelEncryptionProfile({
        Id,
        IfMatch,
        FieldLevelEncryptionProfileConfig: as(complete),
      })
      return { id: Id, etag: reply.ETag, config: complete }
    },
    delete: (Id, IfMatch) => aws.deleteFieldLevelEncryptionProfile({ Id, IfMatch }),
  })
