/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_VpcOriginEndpointConfig.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import { originProtocolPolicy, sslProtocol, vpcIpAddressType } from '#core/model/shapes/enums.ts'
import { list, named, number, string, structure } from '#core/model/shapes/shape.ts'
import type { Unwrap } from '#core/model/unwrap.ts'
import { choice, field, section, text } from './kind/form-field.ts'
import { defineResource } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    VpcOrigin: Unwrap<sdk.VpcOriginEndpointConfig>
  }
}

export const vpcOrigin = defineResource({
  type: 'VpcOrigin',
  label: 'VPC origin',
  picture: 'private',
  apiPage: 'VpcOriginEndpointConfig',
  config: structure<sdk.VpcOriginEndpointConfig>()({
    Name: string,
    Arn: string,
    HTTPPort: number,
    HTTPSPort: number,
    OriginProtocolPolicy: originProtocolPolicy,
    OriginSslProtocols: named('OriginSSLProtocols', list(sslProtocol, { required: true })),
    IpAddressType: vpcIpAddressType,
  }),
  required: { fields: ['Name', 'Arn'] },
  cloudFormation: {
    type: 'AWS::CloudFront::VpcOrigin',
    wrapper: 'VpcOriginEndpointConfig',
    identity: ['', 'Id'],
  },
  terraform: {
    type: 'aws_cloudfront_vpc_origin',
    lists: 'counted',
    identity: 'id',
    wrapper: 'vpc_origin_endpoint_config',
  },
  namedBy: [{ field: 'VpcOriginId', by: 'id' }],
  placement: null,
  form: [
    section(
      'VPC origin',
      text('Name', 'Name'),
      text('Arn', 'ARN', 'Of a load balancer or an EC2 instance in a private subnet.'),
      choice('OriginProtocolPolicy', 'Protocol', ['https-only', 'http-only', 'match-viewer']),
      field('HTTPPort', 'HTTP port', { is: 'number' }),
      field('HTTPSPort', 'HTTPS port', { is: 'number' }),
      field('OriginSslProtocols', 'TLS versions', { is: 'lines' }),
    ),
  ],
  presets: [],
  deployment: {
    order: 0,
    identifiedBy: 'id',
    fixed: ['Name'],
    isFixedInUse: true,
    isTagged: true,
    isShared: false,
    onCreation: 'CloudFront creates a network interface in the VPC; that takes up to 15 minutes.',
    permissions: ['CreateVpcOrigin', 'DeleteVpcOrigin', 'GetVpcOrigin', 'ListVpcOrigins', 'UpdateVpcOrigin'],
    script: {
      command: 'vpc-origin',
      member: 'VpcOriginEndpointConfig',
      answer: 'VpcOrigin',
      hasCallerReference: false,
    },
  },
})
