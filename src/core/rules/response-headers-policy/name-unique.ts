import { defineNameRule } from '#core/rules/harness/name-rule.ts'

export const responseHeadersPolicyNameUnique = defineNameRule({
  id: 'response-headers-policy/name-unique',
  type: 'ResponseHeadersPolicy',
  things: 'response headers policies',
  code: 'ResponseHeadersPolicyAlreadyExists',
  docs: 'CreateResponseHeadersPolicy',
})
