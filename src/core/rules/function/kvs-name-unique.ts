import { defineNameRule } from '#core/rules/harness/name-rule.ts'

export const functionKvsNameUnique = defineNameRule({
  id: 'function/kvs-name-unique',
  type: 'KeyValueStore',
  things: 'key value stores',
  code: 'EntityAlreadyExists',
  docs: 'CreateKeyValueStore',
})
