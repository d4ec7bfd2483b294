/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import type { ResourceOf } from '#core/model/document.ts'
import { originAccessControlOriginType, signingBehavior, signingProtocol } from '#core/model/shapes/enums.ts'
import { string, structure } from '#core/model/shapes/shape.ts'
import type { Unwrap } from '#core/model/unwrap.ts'
import { choice, section, text } from './kind/form-field.ts'
import { defineResource } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    OriginAccessControl: Unwrap<sdk.OriginAccessControlConfig>
  }
}

/** An origin access control as CloudFront's console makes it: it signs every request. */
export const accessControl = (
  type: (typeof originAccessControlOriginType.values)[number],
): ResourceOf<'OriginAccessControl'> => ({
  type: 'OriginAccessControl',
  config: {
    Name: `${type}-access`,
    OriginAccessControlOriginType: type,
    SigningBehavior: 'always',
    SigningProtocol: 'sigv4',
  },
})

export const originAccessControl = defineResource({
  type: 'OriginAccessControl',
  label: 'origin access control',
  picture: 'access',
  apiPage: 'OriginAccessControlConfig',
  config: structure<sdk.OriginAccessControlConfig>()({
    Name: string,
    Description: string,
    SigningProtocol: signingProtocol,
    SigningBehavior: signingBehavior,
    OriginAccessControlOriginType: originAccessControlOriginType,
  }),
  required: {
    fields: ['Name', 'SigningProtocol', 'SigningBehavior', 'OriginAccessControlOriginType'],
  },
  cloudFormation: {
    type: 'AWS::CloudFront::OriginAccessControl',
    wrapper: 'OriginAccessControlConfig',
    identity: ['Id', ''],
  },
  terraform: { type: 'aws_cloudfront_origin_access_control', lists: 'plain', identity: 'id' },
  namedBy: [{ field: 'OriginAccessControlId', by: 'id' }],
  placement: { on: 'origin', field: ['OriginAccessControlId'] },
  form: [
    section(
      'Origin access control',
      text('Name', 'Name'),
      choice('OriginAccessControlOriginType', 'Origin type', [
        's3',
        'lambda',
        'mediapackagev2',
        'mediastore',
      ]),
      choice('SigningBehavior', 'Signing', ['always', 'no-override', 'never']),
    ),
  ],
  presets: [
    {
      id: 'oac',
      label: 'Origin access control',
      group: 'Functions and access',
      hint: 'signs requests to S3',
      name: 'OriginAccess',
      config: accessControl('s3').config,
    },
    {
      id: 'oac-lambda',
      label: 'Origin access control for Lambda',
      group: 'Functions and access',
      hint: 'signs requests to function URLs',
      name: 'FunctionAccess',
      config: accessControl('lambda').config,
    },
  ],
  deployment: {
    order: 0,
    identifiedBy: 'id',
    fixed: [],
    isShared: true,
    onCreation: null,
    permissions: [
      'CreateOriginAccessControl',
      'DeleteOriginAccessControl',
      'GetOriginAccessControl',
      'GetOriginAccessControlConfig',
      'ListOriginAccessControls',
      'UpdateOriginAccessControl',
    ],
    script: {
      command: 'origin-access-control',
      member: 'OriginAccessControlConfig',
      answer: 'OriginAccessControl',
      hasCallerReference: false,
    },
  },
})
