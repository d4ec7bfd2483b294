import { defineNameRule } from '#core/rules/harness/name-rule.ts'

export const functionNameUnique = defineNameRule({
  id: 'function/name-unique',
  type: 'Function',
  things: 'CloudFront functions',
  code: 'FunctionAlreadyExists',
  docs: 'CreateFunction',
})
