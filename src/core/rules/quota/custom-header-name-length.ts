import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { lengthOf } from '#core/rules/lookup/counting.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const quotaCustomHeaderNameLength = defineQuotaRule({
  name: 'custom-header-name-length',
  scope: 'design',
  summary: 'The name of a custom header has at most 256 characters.',
  counted: 'characters in the name of a custom header',
  code: 'InvalidArgument',
  isLength: true,

  *usages({ document }) {
    for (const { value: origin, path } of eachOrigin(document))
      for (const [index, header] of (origin.CustomHeaders ?? []).entries())
        yield* lengthOf(known(header)?.HeaderName, `“${nameOf(origin.Id)}”`, [
          ...path,
          'CustomHeaders',
          index,
          'HeaderName',
        ])
  },
})
