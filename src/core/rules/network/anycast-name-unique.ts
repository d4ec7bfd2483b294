import { defineNameRule } from '#core/rules/harness/name-rule.ts'

export const networkAnycastNameUnique = defineNameRule({
  id: 'network/anycast-name-unique',
  type: 'AnycastIpList',
  things: 'Anycast static IP lists',
  code: 'EntityAlreadyExists',
  docs: 'CreateAnycastIpList',
})
