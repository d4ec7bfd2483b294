import { resourcesOf } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { lengthOf } from '#core/rules/lookup/counting.ts'

export const quotaOacNameLength = defineQuotaRule({
  name: 'oac-name-length',
  scope: 'design',
  summary: 'The name of an origin access control has at most 64 characters.',
  counted: 'characters in its name',
  code: 'InvalidArgument',
  isLength: true,

  *usages({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginAccessControl'))
      yield* lengthOf(config.Name, `“${id}”`, [...path, 'Name'])
  },
})
