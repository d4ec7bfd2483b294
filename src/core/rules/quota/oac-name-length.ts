import { resourcesOf } from '#core/model/distribution.ts'
import { lengthOf } from './counting.ts'
import { defineQuotaRule } from './quota-rule.ts'

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
