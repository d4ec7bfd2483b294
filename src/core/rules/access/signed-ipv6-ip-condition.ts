import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isSigned } from '#core/rules/lookup/signed.ts'
import { behaviorName } from '#core/rules/lookup/walk.ts'

/** Whether a request of a scenario carries a custom policy with an IpAddress condition. */
function namesAddress(text: string): boolean {
  return [...text.matchAll(/(?:Policy=|CloudFront-Policy=)([A-Za-z0-9_~-]{20,})/g)].some(
    ([, policy = '']) => {
      try {
        return atob(policy.replaceAll('-', '+').replaceAll('_', '=').replaceAll('~', '/')).includes(
          '"IpAddress"',
        )
      } catch {
        return false
      }
    },
  )
}

export const accessSignedIpv6IpCondition = defineRule({
  id: 'access/signed-ipv6-ip-condition',
  severity: 'warning',
  profiles: ['security'],
  summary: 'Signed policies that name IPv4 addresses fail for viewers on IPv6.',
  why: 'A custom policy can limit a signed URL to an IPv4 range. Viewers who come over IPv6 have another address and are refused, so that AWS advises to switch IPv6 off for such a distribution.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const { id, config, path } = distribution
      if (known(config.IsIPV6Enabled) !== true) continue
      const placed = behaviorsOf(distribution).find(({ behavior }) => isSigned(behavior))
      if (!placed) continue
      const isCertain = namesAddress(JSON.stringify(document.scenarios))
      const field = [...path, 'IsIPV6Enabled']
      yield {
        path: field,
        message: isCertain
          ? `“${id}” has IPv6 on and a scenario’s signed policy names an IP address, so viewers over IPv6 are refused; turn IPv6 off.`
          : `${behaviorName(placed)} is signed and “${id}” has IPv6 on; should your signed policies name IPv4 addresses, viewers over IPv6 are refused, and IPv6 has to be off.`,
        suggestions: [setAt(field, false, 'Turn IPv6 off')],
        ...(!isCertain && { severity: 'info' }),
      }
    }
  },
})
