import { known, knownItems } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originCustomHeaderTotal = defineRule({
  id: 'origin/custom-header-total',
  severity: 'error',
  summary: 'Custom headers have at most 10,240 characters together.',
  why: 'CloudFront limits the names and values of all custom headers of an origin together.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const total = knownItems(origin.CustomHeaders).reduce(
        (sum, header) =>
          sum + (known(header.HeaderName)?.length ?? 0) + (known(header.HeaderValue)?.length ?? 0),
        0,
      )
      if (total <= 10_240) continue
      yield {
        path: [...path, 'CustomHeaders'],
        message: `The custom headers of “${nameOf(origin.Id)}” have ${total} characters and CloudFront takes 10,240; shorten them.`,
      }
    }
  },
})
