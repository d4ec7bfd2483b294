/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateAnycastIpList.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import { ipAddressType, ipamCidrStatus } from '#core/model/shapes/enums.ts'
import { named, number, plainList, string, structure } from '#core/model/shapes/shape.ts'
import type { Unwrap } from '#core/model/unwrap.ts'
import { defineResource } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    AnycastIpList: Unwrap<Omit<sdk.CreateAnycastIpListRequest, 'Tags'>>
  }
}

export const anycastIpList = defineResource({
  type: 'AnycastIpList',
  label: 'Anycast static IP list',
  picture: 'resource',
  apiPage: 'CreateAnycastIpList',
  config: structure<Omit<sdk.CreateAnycastIpListRequest, 'Tags'>>()({
    Name: string,
    IpCount: number,
    IpAddressType: ipAddressType,
    IpamCidrConfigs: plainList(
      structure<sdk.IpamCidrConfig>()({
        Cidr: string,
        IpamPoolArn: string,
        AnycastIp: named(null, string),
        Status: named(null, ipamCidrStatus),
      }),
    ),
  }),
  required: {
    fields: ['Name', 'IpCount'],
    within: { IpamCidrConfigs: { fields: ['Cidr', 'IpamPoolArn'] } },
  },
  cloudFormation: { type: 'AWS::CloudFront::AnycastIpList', wrapper: null, identity: ['', 'Id'] },
  terraform: {
    type: 'aws_cloudfront_anycast_ip_list',
    lists: 'plain',
    identity: 'id',
  },
  namedBy: [{ field: 'AnycastIpListId', by: 'id' }],
  placement: null,
  form: [],
  presets: [],
  deployment: {
    order: 0,
    identifiedBy: 'id',
    fixed: ['Name', 'IpCount'],
    isTagged: true,
    isShared: true,
    onCreation: 'It is billed by the month from its creation, used or not.',
    permissions: [
      'CreateAnycastIpList',
      'DeleteAnycastIpList',
      'GetAnycastIpList',
      'ListAnycastIpLists',
      'UpdateAnycastIpList',
    ],
    script: { command: 'anycast-ip-list', member: null, answer: 'AnycastIpList', hasCallerReference: false },
  },
})
