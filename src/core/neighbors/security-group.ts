/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html */
import { isExpression } from '#core/model/field.ts'
import { defineNeighbor } from './kind/kind.ts'
import { listed, type Properties, said, type TerraformBlock } from './kind/terraform.ts'

type Read = (name: string) => unknown

/** CloudFormation has a rule for each range, list and group; Terraform names them together. */
function rulesOf(read: Read): readonly unknown[] {
  const ports = {
    IpProtocol: read('protocol') ?? read('ip_protocol'),
    FromPort: read('from_port'),
    ToPort: read('to_port'),
  }
  const sources: Readonly<Record<string, readonly string[]>> = {
    CidrIp: ['cidr_blocks', 'cidr_ipv4'],
    CidrIpv6: ['ipv6_cidr_blocks', 'cidr_ipv6'],
    SourcePrefixListId: ['prefix_list_ids', 'prefix_list_id'],
    SourceSecurityGroupId: ['security_groups', 'source_security_group_id', 'referenced_security_group_id'],
  }
  const from = Object.entries(sources).flatMap(([property, names]) =>
    names.flatMap((name) =>
      listed(read(name) ?? undefined).map((value) => said({ ...ports, [property]: value })),
    ),
  )
  // A group that lets itself in lets nobody else in.
  return from.length === 0 && read('self') === undefined ? [said(ports)] : from
}

/** Rules stand in blocks, or in an attribute that holds a list of objects. */
function ingress(block: TerraformBlock): readonly unknown[] {
  const attribute = block.value('ingress')
  const written = listed(attribute).flatMap((item) =>
    isExpression(item) || typeof item !== 'object' || item === null
      ? [item]
      : rulesOf((name) => {
          const value = (item as Properties)[name]
          return value === null || (Array.isArray(value) && value.length === 0) ? undefined : value
        }),
  )
  const blocks = block
    .blocks('ingress')
    .flatMap((inner) =>
      isExpression(inner) || typeof inner !== 'object' ? [inner] : rulesOf((inner as TerraformBlock).value),
    )
  // Terraform's JSON has the blocks under the name of the attribute too.
  return blocks.length > 0 ? blocks : written
}

const type = 'AWS::EC2::SecurityGroup'

export const securityGroup = defineNeighbor({
  id: 'security-group',
  label: 'Security group',
  types: [type],
  parts: { 'AWS::EC2::SecurityGroupIngress': 'GroupId' },
  terraform: {
    aws_security_group: {
      type,
      read: (block) => said({ GroupName: block.value('name'), SecurityGroupIngress: ingress(block) }),
    },
    aws_security_group_rule: {
      type,
      partOf: 'security_group_id',
      read: (block) =>
        block.value('type') === 'egress'
          ? {}
          : {
              SecurityGroupIngress:
                block.value('type') === 'ingress' ? rulesOf(block.value) : [block.value('type')],
            },
    },
    aws_vpc_security_group_ingress_rule: {
      type,
      partOf: 'security_group_id',
      read: (block) => ({ SecurityGroupIngress: rulesOf(block.value) }),
    },
  },
  matters: ({ config, parts }) => ({
    'Lets in': [...listed(config['SecurityGroupIngress']), ...parts.map((part) => part.config)].map(
      (rule) => {
        const { CidrIp, CidrIpv6, SourcePrefixListId, SourceSecurityGroupId, FromPort, ToPort } = (
          isExpression(rule) ? {} : (rule ?? {})
        ) as Properties
        return [CidrIp ?? CidrIpv6 ?? SourcePrefixListId ?? SourceSecurityGroupId ?? rule, FromPort, ToPort]
      },
    ),
  }),
})
