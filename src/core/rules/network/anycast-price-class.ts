import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isUnknown, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkAnycastPriceClass = defineRule({
  id: 'network/anycast-price-class',
  severity: 'error',
  summary: 'Anycast static IPs are used with a smaller price class.',
  why: 'Anycast static IP addresses are announced from all edge locations; CloudFront refuses a price class that leaves some out.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/request-static-ips.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const list: unknown = config.AnycastIpListId
      if (list === undefined || list === '' || isUnknown(list)) continue
      const price = known(config.PriceClass)
      if (price === undefined || price === 'PriceClass_All') continue
      const field = [...path, 'PriceClass']
      yield {
        path: field,
        message: `“${id}” has Anycast static IP addresses and “${price}”, which CloudFront refuses; use “PriceClass_All”.`,
        fix: setAt(field, 'PriceClass_All', 'Use every edge location'),
      }
    }
  },
})
