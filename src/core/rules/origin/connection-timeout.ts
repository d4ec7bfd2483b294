import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originConnectionTimeout = defineRule({
  id: 'origin/connection-timeout',
  severity: 'error',
  sees: 'origin',
  summary: 'ConnectionTimeout is not a whole number from 1 to 10.',
  why: 'CloudFront takes 1 to 10 for ConnectionTimeout and refuses anything else.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const value = known(origin.ConnectionTimeout)
      if (value === undefined || (Number.isInteger(value) && value >= 1 && value <= 10)) continue
      const field = [...path, 'ConnectionTimeout']
      const near = Math.min(10, Math.max(1, Math.round(value) || 1))
      yield {
        path: field,
        message: `ConnectionTimeout of “${nameOf(origin.Id)}” is ${value} and CloudFront takes whole numbers from 1 to 10; use ${near}.`,
        fix: setAt(field, near, `Use ${near}`),
      }
    }
  },
})
