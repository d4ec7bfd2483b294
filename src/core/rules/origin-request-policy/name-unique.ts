import { defineNameRule } from '#core/rules/harness/name-rule.ts'

export const originRequestPolicyNameUnique = defineNameRule({
  id: 'origin-request-policy/name-unique',
  type: 'OriginRequestPolicy',
  things: 'origin request policies',
  code: 'OriginRequestPolicyAlreadyExists',
  docs: 'CreateOriginRequestPolicy',
})
