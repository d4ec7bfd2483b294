import { quotaIn } from '#core/model/account.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originCustomHeaderCount = defineRule({
  id: 'origin/custom-header-count',
  severity: 'error',
  summary: 'An origin has at most 30 custom headers.',
  why: 'CloudFront refuses more custom headers than the quota.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyOriginCustomHeaders',

  *check({ document, account }) {
    const most = quotaIn(account, 'origin-custom-headers-per-origin')
    for (const { value: origin, path } of eachOrigin(document)) {
      const count = (origin.CustomHeaders ?? []).length
      if (count <= most) continue
      yield {
        path: [...path, 'CustomHeaders'],
        message: `The origin “${nameOf(origin.Id)}” has ${count} custom headers and CloudFront takes ${most}; remove some.`,
      }
    }
  },
})
