import { defineNameRule } from '#core/rules/harness/name-rule.ts'

export const networkVpcOriginNameUnique = defineNameRule({
  id: 'network/vpc-origin-name-unique',
  type: 'VpcOrigin',
  things: 'VPC origins',
  code: 'EntityAlreadyExists',
  docs: 'CreateVpcOrigin',
})
