import { distributionsIn } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { lengthOf } from '#core/rules/lookup/counting.ts'

export const configDefaultRootObjectLength = defineQuotaRule({
  id: 'config/default-root-object-length',
  name: 'default-root-object-length',
  scope: 'design',
  summary: 'The default root object is too long.',
  counted: 'characters in its default root object',
  code: 'InvalidDefaultRootObject',
  isLength: true,

  *usages({ document }) {
    for (const { id, config, path } of distributionsIn(document))
      yield* lengthOf(config.DefaultRootObject, `“${id}”`, [...path, 'DefaultRootObject'])
  },
})
