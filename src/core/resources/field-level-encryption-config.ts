/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_FieldLevelEncryptionConfig.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import { contentTypeFormat } from '#core/model/shapes/enums.ts'
import { boolean, list, string, structure } from '#core/model/shapes/shape.ts'
import type { Unwrap } from '#core/model/unwrap.ts'
import { defineResource } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    FieldLevelEncryptionConfig: Unwrap<sdk.FieldLevelEncryptionConfig>
  }
}

export const fieldLevelEncryptionConfig = defineResource({
  type: 'FieldLevelEncryptionConfig',
  label: 'field-level encryption configuration',
  picture: 'key',
  apiPage: 'FieldLevelEncryptionConfig',
  config: structure<sdk.FieldLevelEncryptionConfig>()({
    CallerReference: string,
    Comment: string,
    QueryArgProfileConfig: structure<sdk.QueryArgProfileConfig>()({
      ForwardWhenQueryArgProfileIsUnknown: boolean,
      QueryArgProfiles: list(structure<sdk.QueryArgProfile>()({ QueryArg: string, ProfileId: string })),
    }),
    ContentTypeProfileConfig: structure<sdk.ContentTypeProfileConfig>()({
      ForwardWhenContentTypeIsUnknown: boolean,
      ContentTypeProfiles: list(
        structure<sdk.ContentTypeProfile>()({
          Format: contentTypeFormat,
          ProfileId: string,
          ContentType: string,
        }),
      ),
    }),
  }),
  required: {
    fields: ['QueryArgProfileConfig', 'ContentTypeProfileConfig'],
    within: {
      QueryArgProfileConfig: {
        fields: ['ForwardWhenQueryArgProfileIsUnknown'],
        within: { QueryArgProfiles: { fields: ['QueryArg', 'ProfileId'] } },
      },
      ContentTypeProfileConfig: {
        fields: ['ForwardWhenContentTypeIsUnknown'],
        within: { ContentTypeProfiles: { fields: ['Format', 'ContentType'] } },
      },
    },
  },
  cloudFormation: {
    type: 'AWS::CloudFront::FieldLevelEncryptionConfig',
    wrapper: null,
    identity: ['', 'Id'],
  },
  terraform: {
    type: 'aws_cloudfront_field_level_encryption_config',
    lists: 'wrapped',
    identity: 'id',
  },
  namedBy: [{ field: 'FieldLevelEncryptionId', by: 'id' }],
  placement: null,
  form: [],
  presets: [],
  deployment: {
    order: 2,
    identifiedBy: 'id',
    fixed: [],
    isShared: false,
    onCreation: null,
    permissions: [
      'CreateFieldLevelEncryptionConfig',
      'DeleteFieldLevelEncryptionConfig',
      'GetFieldLevelEncryptionConfig',
      'ListFieldLevelEncryptionConfigs',
      'UpdateFieldLevelEncryptionConfig',
    ],
    script: {
      command: 'field-level-encryption-config',
      member: 'FieldLevelEncryptionConfig',
      answer: 'FieldLevelEncryption',
      hasCallerReference: true,
    },
  },
})
