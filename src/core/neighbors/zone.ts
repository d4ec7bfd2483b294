/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html */
import { valueAt } from '#core/model/path.ts'
import { defineNeighbor } from './kind/kind.ts'
import { one, renamed, said } from './kind/terraform.ts'

export const zone = defineNeighbor({
  id: 'dns',
  label: 'DNS record',
  types: ['AWS::Route53::RecordSet', 'AWS::Route53::RecordSetGroup', 'AWS::Route53::HostedZone'],
  parts: {},
  terraform: {
    aws_route53_zone: {
      type: 'AWS::Route53::HostedZone',
      read: (block) =>
        said({
          Name: block.value('name'),
          VPCs:
            block.blocks('vpc').length > 0 ? [one(block, 'vpc', renamed({ vpc_id: 'VPCId' }))] : undefined,
        }),
    },
    aws_route53_record: {
      type: 'AWS::Route53::RecordSet',
      read: (block) =>
        said({
          Name: block.value('name'),
          Type: block.value('type'),
          HostedZoneId: block.value('zone_id'),
          TTL: block.value('ttl'),
          ResourceRecords: block.value('records'),
          SetIdentifier: block.value('set_identifier'),
          AliasTarget: one(block, 'alias', renamed({ name: 'DNSName', zone_id: 'HostedZoneId' })),
        }),
    },
  },
  matters: ({ config }) => ({
    Name: config['Name'],
    Type: config['Type'],
    'Leads to': valueAt(config, ['AliasTarget', 'DNSName']) ?? config['ResourceRecords'],
    'Zone of the target': valueAt(config, ['AliasTarget', 'HostedZoneId']),
    Zone: config['HostedZoneName'] ?? config['HostedZoneId'],
    Records: Array.isArray(config['RecordSets']) ? config['RecordSets'].length : undefined,
  }),
})
