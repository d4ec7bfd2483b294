/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_MediaPackageV2.html */
import { defineNeighbor } from './kind/kind.ts'
import { renamed } from './kind/terraform.ts'

export const media = defineNeighbor({
  id: 'media',
  label: 'Media service',
  types: [
    'AWS::MediaPackage::OriginEndpoint',
    'AWS::MediaPackage::Channel',
    'AWS::MediaPackageV2::OriginEndpoint',
    'AWS::MediaPackageV2::ChannelGroup',
    'AWS::MediaTailor::PlaybackConfiguration',
    'AWS::MediaTailor::Channel',
    'AWS::MediaStore::Container',
  ],
  parts: { 'AWS::MediaPackageV2::OriginEndpointPolicy': 'OriginEndpointName' },
  terraform: {
    aws_media_package_channel: { type: 'AWS::MediaPackage::Channel', read: renamed({ channel_id: 'Id' }) },
    aws_media_packagev2_channel_group: {
      type: 'AWS::MediaPackageV2::ChannelGroup',
      read: renamed({ name: 'ChannelGroupName' }),
    },
    aws_media_store_container: {
      type: 'AWS::MediaStore::Container',
      read: renamed({ name: 'ContainerName' }),
    },
  },
  matters: ({ config, parts }) => ({
    Name:
      config['Id'] ??
      config['Name'] ??
      config['OriginEndpointName'] ??
      config['ChannelGroupName'] ??
      config['ChannelName'] ??
      config['ContainerName'],
    Channel: config['ChannelName'] ?? config['ChannelId'],
    Container: config['ContainerType'],
    'Asks for ads': config['AdDecisionServerUrl'],
    'Gets content from': config['VideoContentSourceUrl'],
    Policy: parts.map(({ id }) => id),
  }),
})
