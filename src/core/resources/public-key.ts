/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_PublicKeyConfig.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import { string, structure } from '#core/model/shapes/shape.ts'
import type { Unwrap } from '#core/model/unwrap.ts'
import { field, section, text } from './kind/form-field.ts'
import { defineResource } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    PublicKey: Unwrap<sdk.PublicKeyConfig>
  }
}

export const publicKey = defineResource({
  type: 'PublicKey',
  label: 'public key',
  picture: 'key',
  apiPage: 'PublicKeyConfig',
  config: structure<sdk.PublicKeyConfig>()({
    CallerReference: string,
    Name: string,
    EncodedKey: string,
    Comment: string,
  }),
  required: { fields: ['Name', 'EncodedKey'] },
  cloudFormation: { type: 'AWS::CloudFront::PublicKey', wrapper: 'PublicKeyConfig', identity: ['', 'Id'] },
  terraform: {
    type: 'aws_cloudfront_public_key',
    lists: 'plain',
    identity: 'id',
  },
  namedBy: [
    { field: 'PublicKeyId', by: 'id' },
    { field: 'Items', by: 'id', of: 'KeyGroup' },
  ],
  placement: null,
  form: [section('Public key', text('Name', 'Name'), field('EncodedKey', 'Key (PEM)', { is: 'area' }))],
  presets: [
    {
      id: 'public-key',
      label: 'Public key',
      group: 'Functions and access',
      hint: 'checks signatures',
      name: 'PublicKey',
      config: { CallerReference: 'my-public-key', Name: 'my-public-key', EncodedKey: '' },
    },
  ],
  deployment: {
    order: 0,
    identifiedBy: 'id',
    // Only the comment changes: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_UpdatePublicKey.html
    fixed: ['Name', 'EncodedKey'],
    isShared: false,
    onCreation: null,
    permissions: ['CreatePublicKey', 'DeletePublicKey', 'GetPublicKey', 'ListPublicKeys', 'UpdatePublicKey'],
    script: {
      command: 'public-key',
      member: 'PublicKeyConfig',
      answer: 'PublicKey',
      hasCallerReference: true,
    },
  },
})
