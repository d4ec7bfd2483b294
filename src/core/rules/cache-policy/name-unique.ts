import { defineNameRule } from '#core/rules/harness/name-rule.ts'

export const cachePolicyNameUnique = defineNameRule({
  id: 'cache-policy/name-unique',
  type: 'CachePolicy',
  things: 'cache policies',
  code: 'CachePolicyAlreadyExists',
  docs: 'CreateCachePolicy',
})
