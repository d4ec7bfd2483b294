import { quotaIn } from '#core/model/account.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originKeepaliveTimeout = defineRule({
  id: 'origin/keepalive-timeout',
  severity: 'error',
  sees: 'origin',
  summary: 'OriginKeepaliveTimeout is out of range.',
  why: 'CloudFront takes 1 to 120 for OriginKeepaliveTimeout and refuses anything else.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: 'InvalidOriginKeepaliveTimeout',

  *check({ document, account }) {
    const most = quotaIn(account, 'origin-keepalive-timeout-max')
    for (const { value: origin, path } of eachOrigin(document))
      for (const kind of ['CustomOriginConfig', 'VpcOriginConfig'] as const) {
        const value = known(known(origin[kind])?.OriginKeepaliveTimeout)
        if (value === undefined || (Number.isInteger(value) && value >= 1 && value <= most)) continue
        const field = [...path, kind, 'OriginKeepaliveTimeout']
        const near = Math.min(most, Math.max(1, Math.round(value) || 1))
        yield {
          path: field,
          message: `OriginKeepaliveTimeout of “${nameOf(origin.Id)}” is ${value} and CloudFront takes whole numbers from 1 to ${most}; use ${near}${value > most ? ', or ask AWS to raise the quota' : ''}.`,
          suggestions: [setAt(field, near, `Use ${near}`)],
        }
      }
  },
})
