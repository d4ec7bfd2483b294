import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isUnknown, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { hasDedicatedIp } from '#core/rules/lookup/dedicated-ip.ts'

export const networkAnycastVip = defineRule({
  id: 'network/anycast-vip',
  severity: 'warning',
  summary: 'A distribution uses both Anycast static IPs and dedicated IPs.',
  why: 'Dedicated IP addresses for viewers without SNI and Anycast static IP addresses are two ways to fixed addresses that are billed apart; AWS does not document them together.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/request-static-ips.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const list: unknown = config.AnycastIpListId
      if (list === undefined || list === '' || isUnknown(list)) continue
      const method = known(known(config.ViewerCertificate)?.SSLSupportMethod)
      if (!hasDedicatedIp(config) && method !== 'static-ip') continue
      yield {
        path: [...path, 'ViewerCertificate', 'SSLSupportMethod'],
        message: `“${id}” has Anycast static IP addresses and “${method}” too, which CloudFront may refuse and bills twice; use “sni-only” with the list.`,
        suggestions: [setAt([...path, 'ViewerCertificate', 'SSLSupportMethod'], 'sni-only', 'Use sni-only')],
      }
    }
  },
})
