import { distributionsIn, resourcesOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const costAnycast = defineRule({
  id: 'cost/anycast',
  severity: 'info',
  sees: 'all',
  profiles: ['cost'],
  summary: 'Static IP addresses are billed each month.',
  why: 'An Anycast static IP list has a monthly price of its own, in the thousands of dollars, whatever the traffic. It pays where networks have to allow addresses by number.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/request-static-ips.html',
  code: null,

  *check({ document }) {
    const lists = resourcesOf(document, 'AnycastIpList')
    for (const { id, path } of lists)
      yield {
        path,
        message: `“${id}” is billed every month, whatever the traffic; keep it only where networks must allow CloudFront by address.`,
      }
    for (const { id, config, path } of distributionsIn(document)) {
      const list = known(config.AnycastIpListId)
      if (list === undefined || list === '') continue
      yield {
        path: [...path, 'AnycastIpListId'],
        message: `“${id}” uses the static IP addresses “${list}”, which are billed every month; keep them only where networks must allow CloudFront by address.`,
        suggestions: [removeAt([...path, 'AnycastIpListId'], 'Use shared addresses')],
      }
    }
  },
})
