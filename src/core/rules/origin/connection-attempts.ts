import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originConnectionAttempts = defineRule({
  id: 'origin/connection-attempts',
  severity: 'error',
  sees: 'origin',
  summary: 'ConnectionAttempts is not a whole number from 1 to 3.',
  why: 'CloudFront takes 1 to 3 for ConnectionAttempts and refuses anything else.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const value = known(origin.ConnectionAttempts)
      if (value === undefined || (Number.isInteger(value) && value >= 1 && value <= 3)) continue
      const field = [...path, 'ConnectionAttempts']
      const near = Math.min(3, Math.max(1, Math.round(value) || 1))
      yield {
        path: field,
        message: `ConnectionAttempts of “${nameOf(origin.Id)}” is ${value} and CloudFront takes whole numbers from 1 to 3; use ${near}.`,
        suggestions: [setAt(field, near, `Use ${near}`)],
      }
    }
  },
})
