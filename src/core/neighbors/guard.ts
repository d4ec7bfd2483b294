/** https://docs.aws.amazon.com/waf/latest/developerguide/ddos-manage-protected-resources.html */
import { defineNeighbor } from './kind/kind.ts'
import { renamed } from './kind/terraform.ts'

export const guard = defineNeighbor({
  id: 'guard',
  label: 'Protection',
  types: ['AWS::WAFv2::WebACL', 'AWS::Shield::Protection'],
  parts: { 'AWS::WAFv2::WebACLAssociation': 'WebACLArn' },
  // Web ACLs are read with all their rules, since the trace plays them.
  terraform: {
    aws_wafv2_web_acl_association: {
      type: 'AWS::WAFv2::WebACLAssociation',
      read: renamed({ resource_arn: 'ResourceArn', web_acl_arn: 'WebACLArn' }),
    },
    aws_shield_protection: {
      type: 'AWS::Shield::Protection',
      read: renamed({ name: 'Name', resource_arn: 'ResourceArn' }),
    },
  },
  matters: ({ config }) => ({
    Name: config['Name'],
    Scope: config['Scope'],
    'Default action':
      typeof config['DefaultAction'] === 'object' && Object.keys(config['DefaultAction'] ?? {}),
    Rules: Array.isArray(config['Rules']) ? config['Rules'].length : undefined,
    Protects: config['ResourceArn'],
  }),
})
