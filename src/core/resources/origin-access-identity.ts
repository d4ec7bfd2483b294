/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CloudFrontOriginAccessIdentityConfig.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import { named, string, structure } from '#core/model/shapes/shape.ts'
import type { Unwrap } from '#core/model/unwrap.ts'
import { defineResource } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    OriginAccessIdentity: Unwrap<sdk.CloudFrontOriginAccessIdentityConfig>
  }
}

export const originAccessIdentity = defineResource({
  type: 'OriginAccessIdentity',
  label: 'origin access identity',
  picture: 'access',
  apiPage: 'CloudFrontOriginAccessIdentityConfig',
  config: structure<sdk.CloudFrontOriginAccessIdentityConfig>()({
    CallerReference: named(null, string),
    Comment: string,
  }),
  required: {},
  cloudFormation: {
    type: 'AWS::CloudFront::CloudFrontOriginAccessIdentity',
    wrapper: 'CloudFrontOriginAccessIdentityConfig',
    identity: ['', 'Id'],
  },
  terraform: {
    type: 'aws_cloudfront_origin_access_identity',
    lists: 'plain',
    identity: 'id',
  },
  namedBy: [{ field: 'OriginAccessIdentity', by: 'id', path: 'origin-access-identity/cloudfront/' }],
  placement: null,
  form: [],
  presets: [],
  deployment: {
    order: 0,
    identifiedBy: 'id',
    fixed: [],
    isShared: false,
    onCreation: null,
    permissions: [
      'CreateCloudFrontOriginAccessIdentity',
      'DeleteCloudFrontOriginAccessIdentity',
      'GetCloudFrontOriginAccessIdentity',
      'GetCloudFrontOriginAccessIdentityConfig',
      'ListCloudFrontOriginAccessIdentities',
      'UpdateCloudFrontOriginAccessIdentity',
    ],
    script: {
      command: 'cloud-front-origin-access-identity',
      member: 'CloudFrontOriginAccessIdentityConfig',
      answer: 'CloudFrontOriginAccessIdentity',
      hasCallerReference: true,
    },
  },
})
