import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkAnycastIpCount = defineRule({
  id: 'network/anycast-ip-count',
  severity: 'error',
  sees: 'shared',
  summary: 'An Anycast static IP list does not have 3 or 21 addresses.',
  why: "CloudFront gives out 21 addresses, or 3 for sites at their domain's apex, and refuses other counts.",
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateAnycastIpList.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'AnycastIpList')) {
      const count: unknown = known(config.IpCount)
      if (count === undefined || count === 21 || count === 3) continue
      const field = [...path, 'IpCount']
      yield {
        path: field,
        message: `“${id}” asks for ${String(count)} addresses, which CloudFront refuses; ask for 21, or for 3.`,
        suggestions: [setAt(field, 21, 'Ask for 21'), setAt(field, 3, 'Ask for 3')],
      }
    }
  },
})
