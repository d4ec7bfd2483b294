import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originReadTimeout = defineRule({
  id: 'origin/read-timeout',
  severity: 'error',
  summary: 'OriginReadTimeout is out of range.',
  why: 'CloudFront takes 1 to 120 for OriginReadTimeout and refuses anything else.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: 'InvalidOriginReadTimeout',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const value = known(known(origin.CustomOriginConfig)?.OriginReadTimeout)
      if (value === undefined || (Number.isInteger(value) && value >= 1 && value <= 120)) continue
      const field = [...path, 'CustomOriginConfig', 'OriginReadTimeout']
      const near = Math.min(120, Math.max(1, Math.round(value) || 1))
      yield {
        path: field,
        message: `OriginReadTimeout of “${nameOf(origin.Id)}” is ${value} and CloudFront takes whole numbers from 1 to 120; use ${near}.`,
        fix: setAt(field, near, `Use ${near}`),
      }
    }
  },
})
