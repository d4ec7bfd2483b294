import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originKeepaliveTimeout = defineRule({
  id: 'origin/keepalive-timeout',
  severity: 'error',
  summary: 'OriginKeepaliveTimeout is out of range.',
  why: 'CloudFront takes 1 to 120 for OriginKeepaliveTimeout and refuses anything else.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: 'InvalidOriginKeepaliveTimeout',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const value = known(known(origin.CustomOriginConfig)?.OriginKeepaliveTimeout)
      if (value === undefined || (Number.isInteger(value) && value >= 1 && value <= 120)) continue
      const field = [...path, 'CustomOriginConfig', 'OriginKeepaliveTimeout']
      const near = Math.min(120, Math.max(1, Math.round(value) || 1))
      yield {
        path: field,
        message: `OriginKeepaliveTimeout of “${nameOf(origin.Id)}” is ${value} and CloudFront takes whole numbers from 1 to 120; use ${near}.`,
        fix: setAt(field, near, `Use ${near}`),
      }
    }
  },
})
