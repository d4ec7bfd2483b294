/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_FieldLevelEncryptionProfileConfig.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import { list, string, structure } from '#core/model/shapes/shape.ts'
import type { Unwrap } from '#core/model/unwrap.ts'
import { defineResource } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    FieldLevelEncryptionProfile: Unwrap<sdk.FieldLevelEncryptionProfileConfig>
  }
}

export const fieldLevelEncryptionProfile = defineResource({
  type: 'FieldLevelEncryptionProfile',
  label: 'field-level encryption profile',
  picture: 'key',
  apiPage: 'FieldLevelEncryptionProfileConfig',
  config: structure<sdk.FieldLevelEncryptionProfileConfig>()({
    Name: string,
    CallerReference: string,
    Comment: string,
    EncryptionEntities: list(
      structure<sdk.EncryptionEntity>()({
        PublicKeyId: string,
        ProviderId: string,
        FieldPatterns: list(string),
      }),
      { required: true },
    ),
  }),
  required: {
    fields: ['Name', 'EncryptionEntities'],
    within: { EncryptionEntities: { fields: ['PublicKeyId', 'ProviderId', 'FieldPatterns'] } },
  },
  cloudFormation: {
    type: 'AWS::CloudFront::FieldLevelEncryptionProfile',
    wrapper: 'FieldLevelEncryptionProfileConfig',
    identity: ['', 'Id'],
  },
  terraform: {
    type: 'aws_cloudfront_field_level_encryption_profile',
    lists: 'wrapped',
    identity: 'id',
  },
  namedBy: [{ field: 'ProfileId', by: 'id' }],
  placement: null,
  form: [],
  presets: [],
  deployment: {
    order: 1,
    identifiedBy: 'id',
    fixed: ['Name'],
    isShared: false,
    onCreation: null,
    permissions: [
      'CreateFieldLevelEncryptionProfile',
      'DeleteFieldLevelEncryptionProfile',
      'GetFieldLevelEncryptionProfile',
      'GetFieldLevelEncryptionProfileConfig',
      'ListFieldLevelEncryptionProfiles',
      'UpdateFieldLevelEncryptionProfile',
    ],
    script: {
      command: 'field-level-encryption-profile',
      member: 'FieldLevelEncryptionProfileConfig',
      answer: 'FieldLevelEncryptionProfile',
      hasCallerReference: true,
    },
  },
})
