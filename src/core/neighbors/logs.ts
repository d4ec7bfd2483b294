/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html */
import { defineNeighbor } from './kind/kind.ts'
import { one, renamed, said } from './kind/terraform.ts'

export const logs = defineNeighbor({
  id: 'logs',
  label: 'Logs',
  types: [
    'AWS::Kinesis::Stream',
    'AWS::KinesisFirehose::DeliveryStream',
    'AWS::Logs::LogGroup',
    'AWS::Logs::DeliverySource',
    'AWS::Logs::DeliveryDestination',
  ],
  parts: { 'AWS::Logs::Delivery': 'DeliverySourceName' },
  terraform: {
    aws_kinesis_stream: {
      type: 'AWS::Kinesis::Stream',
      read: renamed({ name: 'Name', shard_count: 'ShardCount' }),
    },
    aws_kinesis_firehose_delivery_stream: {
      type: 'AWS::KinesisFirehose::DeliveryStream',
      read: renamed({ name: 'DeliveryStreamName', destination: 'Destination' }),
    },
    aws_cloudwatch_log_group: {
      type: 'AWS::Logs::LogGroup',
      read: renamed({ name: 'LogGroupName', retention_in_days: 'RetentionInDays' }),
    },
    aws_cloudwatch_log_delivery_source: {
      type: 'AWS::Logs::DeliverySource',
      read: renamed({ name: 'Name', log_type: 'LogType', resource_arn: 'ResourceArn' }),
    },
    aws_cloudwatch_log_delivery_destination: {
      type: 'AWS::Logs::DeliveryDestination',
      read: (block) =>
        said({
          Name: block.value('name'),
          OutputFormat: block.value('output_format'),
          DestinationResourceArn: one(block, 'delivery_destination_configuration', (configuration) =>
            configuration.value('destination_resource_arn'),
          ),
        }),
    },
    aws_cloudwatch_log_delivery: {
      type: 'AWS::Logs::Delivery',
      read: renamed({
        delivery_source_name: 'DeliverySourceName',
        delivery_destination_arn: 'DeliveryDestinationArn',
      }),
    },
  },
  matters: ({ config, parts }) => ({
    Name: config['Name'] ?? config['LogGroupName'] ?? config['DeliveryStreamName'],
    Shards: config['ShardCount'],
    'Kept for days': config['RetentionInDays'],
    Kind: config['LogType'],
    Format: config['OutputFormat'],
    'Takes from': config['ResourceArn'],
    'Writes to': config['DestinationResourceArn'],
    Deliveries: parts.map(({ id }) => id),
  }),
})
