/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateConnectionGroup.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import { boolean, string, structure } from '#core/model/shapes/shape.ts'
import type { Unwrap } from '#core/model/unwrap.ts'
import { defineResource } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    ConnectionGroup: Unwrap<Omit<sdk.CreateConnectionGroupRequest, 'Tags'>>
  }
}

export const connectionGroup = defineResource({
  type: 'ConnectionGroup',
  label: 'connection group',
  picture: 'resource',
  apiPage: 'CreateConnectionGroup',
  config: structure<Omit<sdk.CreateConnectionGroupRequest, 'Tags'>>()({
    Name: string,
    Ipv6Enabled: boolean,
    AnycastIpListId: string,
    Enabled: boolean,
  }),
  required: { fields: ['Name'] },
  cloudFormation: { type: 'AWS::CloudFront::ConnectionGroup', wrapper: null, identity: ['', 'Id'] },
  terraform: { type: 'aws_cloudfront_connection_group', lists: 'plain', identity: 'id' },
  namedBy: [{ field: 'ConnectionGroupId', by: 'id' }],
  placement: null,
  form: [],
  presets: [],
  deployment: {
    order: 1,
    identifiedBy: 'id',
    fixed: ['Name'],
    isTagged: true,
    isShared: true,
    onCreation: null,
    permissions: [
      'CreateConnectionGroup',
      'DeleteConnectionGroup',
      'GetConnectionGroup',
      'ListConnectionGroups',
      'UpdateConnectionGroup',
    ],
    script: {
      command: 'connection-group',
      member: null,
      answer: 'ConnectionGroup',
      hasCallerReference: false,
    },
  },
})
