import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { hasDedicatedIp } from '#core/rules/lookup/dedicated-ip.ts'

export const costVip = defineRule({
  id: 'cost/vip',
  severity: 'warning',
  summary: 'Fixed addresses for old viewers are worth their price.',
  why: 'Dedicated IP addresses cost several hundred dollars a month for each certificate, whatever the traffic. SNI costs nothing.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-https-dedicated-ip-or-sni.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if (!hasDedicatedIp(config)) continue
      const field = [...path, 'ViewerCertificate', 'SSLSupportMethod']
      yield {
        path: field,
        message: `“${id}” pays for dedicated IP addresses every month; use “sni-only” unless viewers from before 2010 matter.`,
        fix: setAt(field, 'sni-only', 'Use sni-only'),
      }
    }
  },
})
