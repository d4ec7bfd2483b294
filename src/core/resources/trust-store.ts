/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateTrustStore.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import { boolean, string, structure } from '#core/model/shapes/shape.ts'
import type { Unwrap } from '#core/model/unwrap.ts'
import { defineResource } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    TrustStore: Unwrap<Omit<sdk.CreateTrustStoreRequest, 'Tags'>>
  }
}

export const trustStore = defineResource({
  type: 'TrustStore',
  label: 'trust store',
  picture: 'resource',
  apiPage: 'CreateTrustStore',
  config: structure<Omit<sdk.CreateTrustStoreRequest, 'Tags'>>()({
    Name: string,
    CaCertificatesBundleSource: structure<{ CaCertificatesBundleS3Location: 1 }>()({
      CaCertificatesBundleS3Location: structure<sdk.CaCertificatesBundleS3Location>()({
        Bucket: string,
        Key: string,
        Region: string,
        Version: string,
      }),
    }),
    UseClientCertificateOCSPEndpoint: boolean,
  }),
  required: {
    fields: ['Name'],
    within: {
      CaCertificatesBundleSource: {
        fields: ['CaCertificatesBundleS3Location'],
        within: { CaCertificatesBundleS3Location: { fields: ['Bucket', 'Key', 'Region'] } },
      },
    },
  },
  cloudFormation: { type: 'AWS::CloudFront::TrustStore', wrapper: null, identity: ['', 'Id'] },
  terraform: {
    type: 'aws_cloudfront_trust_store',
    lists: 'plain',
    identity: 'id',
  },
  namedBy: [{ field: 'TrustStoreId', by: 'id' }],
  placement: null,
  form: [],
  presets: [],
  deployment: {
    order: 0,
    identifiedBy: 'id',
    fixed: ['Name'],
    writeOnly: ['CaCertificatesBundleSource'],
    isTagged: true,
    isShared: true,
    onCreation: 'CloudFront reads its certificates once, when it is made.',
    permissions: [
      'CreateTrustStore',
      'DeleteTrustStore',
      'GetTrustStore',
      'ListTrustStores',
      'UpdateTrustStore',
    ],
    script: { command: 'trust-store', member: null, answer: 'TrustStore', hasCallerReference: false },
  },
})
