import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originCustomHeaderName = defineRule({
  id: 'origin/custom-header-name',
  covers: ['quota/custom-header-name-length'],
  severity: 'error',
  sees: 'origin',
  summary: 'A custom header has no valid name.',
  why: 'A header name is a token: letters, digits and some marks, no spaces or colons.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      for (const [index, header] of (origin.CustomHeaders ?? []).entries()) {
        const name = known(known(header)?.HeaderName)
        if (name === undefined || (name.length <= 256 && /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name))) continue
        yield {
          path: [...path, 'CustomHeaders', index, 'HeaderName'],
          message: `“${name.slice(0, 60)}” is not a header name that CloudFront takes; use at most 256 letters, digits and hyphens.`,
        }
      }
    }
  },
})
