import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { lengthOf } from '#core/rules/lookup/counting.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const quotaCustomHeaderValueLength = defineQuotaRule({
  name: 'custom-header-value-length',
  scope: 'design',
  summary: 'The value of a custom header has at most 1,783 characters.',
  counted: 'characters in the value of a custom header',
  code: 'InvalidArgument',
  isLength: true,

  *usages({ document }) {
    for (const { value: origin, path } of eachOrigin(document))
      for (const [index, header] of (origin.CustomHeaders ?? []).entries())
        yield* lengthOf(known(header)?.HeaderValue, `“${nameOf(origin.Id)}”`, [
          ...path,
          'CustomHeaders',
          index,
          'HeaderValue',
        ])
  },
})
