import { known } from '#core/model/field.ts'
import { kindOfHost } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originChainedCloudfront = defineRule({
  id: 'origin/chained-cloudfront',
  severity: 'warning',
  sees: 'origin',
  summary: 'An origin is a CloudFront distribution.',
  why: 'A request may pass two distributions; a longer chain is answered with 403, and each one adds its own cache to clear.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const host = known(origin.DomainName)
      if (host === undefined || kindOfHost(host).id !== 'cloudfront') continue
      yield {
        path: [...path, 'DomainName'],
        message: `The origin “${host}” is itself a distribution: a request passes at most two, and CloudFront answers 403 beyond; use the origin behind it.`,
      }
    }
  },
})
