import { defineNameRule } from '#core/rules/harness/name-rule.ts'

export const functionConnectionFunctionNameUnique = defineNameRule({
  id: 'function/connection-function-name-unique',
  type: 'ConnectionFunction',
  things: 'connection functions',
  code: 'EntityAlreadyExists',
  docs: 'CreateConnectionFunction',
})
