import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isSigned } from '#core/rules/lookup/signed.ts'

export const networkIpv6Off = defineRule({
  id: 'network/ipv6-off',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'Viewers cannot connect over IPv6.',
  why: 'Without IPv6 viewers in IPv6-only networks go through a translator. What speaks against it are signed policies that name IPv4 addresses, and a list of static IPv4 addresses.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const { id, config, path } = distribution
      if (known(config.IsIPV6Enabled) !== false) continue
      if (config.AnycastIpListId !== undefined && config.AnycastIpListId !== '') continue
      if (behaviorsOf(distribution).some(({ behavior }) => isSigned(behavior))) continue
      const field = [...path, 'IsIPV6Enabled']
      yield {
        path: field,
        message: `“${id}” has IPv6 off, so viewers without IPv4 reach it through a translator only; turn it on.`,
        suggestions: [setAt(field, true, 'Turn IPv6 on')],
      }
    }
  },
})
