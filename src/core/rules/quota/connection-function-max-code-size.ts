import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

/** Rounded up to hundredths, so that one byte too many is more than ten. */
const kilobytes = (code: string) => Math.ceil((new TextEncoder().encode(code).length / 1024) * 100) / 100

export const quotaConnectionFunctionMaxCodeSize = defineQuotaRule({
  name: 'connection-function-max-code-size',
  scope: 'design',
  sees: 'shared',
  summary: 'A connection function is too big.',
  counted: 'KB of code',
  code: 'FunctionSizeLimitExceeded',

  *usages({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'ConnectionFunction')) {
      const code: unknown = known(config.ConnectionFunctionCode)
      if (typeof code === 'string')
        yield { owner: `“${id}”`, used: kilobytes(code), path: [...path, 'ConnectionFunctionCode'] }
    }
  },
})
