/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html */
import { defineNeighbor } from './kind/kind.ts'
import { renamed, said } from './kind/terraform.ts'

export const key = defineNeighbor({
  id: 'key',
  label: 'KMS key',
  types: ['AWS::KMS::Key'],
  parts: { 'AWS::KMS::Alias': 'TargetKeyId' },
  terraform: {
    aws_kms_key: {
      type: 'AWS::KMS::Key',
      read: (block) => said({ Description: block.value('description'), KeyPolicy: block.policy('policy') }),
    },
    aws_kms_key_policy: {
      type: 'AWS::KMS::Key',
      partOf: 'key_id',
      read: (block) => said({ KeyPolicy: block.policy('policy') }),
    },
    aws_kms_alias: {
      type: 'AWS::KMS::Alias',
      read: renamed({ name: 'AliasName', target_key_id: 'TargetKeyId' }),
    },
  },
  matters: ({ config, parts }) => ({
    Description: config['Description'],
    Names: parts.map((part) => part.config['AliasName']),
    'CloudFront may use it': JSON.stringify(config['KeyPolicy'] ?? null).includes('cloudfront.amazonaws.com')
      ? 'named in its policy'
      : 'not named in its policy',
    'Log delivery may use it': JSON.stringify(config['KeyPolicy'] ?? null).includes(
      'delivery.logs.amazonaws.com',
    )
      ? 'named in its policy'
      : undefined,
  }),
})
