import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isRef, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkAnycastIpv6 = defineRule({
  id: 'network/anycast-ipv6',
  severity: 'error',
  summary: 'IPv6 and the address type of the Anycast static IP list do not fit.',
  why: 'A distribution with IPv6 cannot use a list that has IPv4 addresses alone; with a dual-stack list and IPv6 off, its IPv6 addresses lead nowhere.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/request-static-ips.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const reference: unknown = config.AnycastIpListId
      const list = isRef(reference) ? document.resources[reference.ref] : undefined
      if (!isRef(reference) || list?.type !== 'AnycastIpList') continue
      const type = known(list.config.IpAddressType)
      const on = known(config.IsIPV6Enabled)
      const field = [...path, 'IsIPV6Enabled']
      if (type === 'ipv4' && on === true)
        yield {
          path: field,
          message: `“${id}” has IPv6 on and the static IP addresses of “${reference.ref}” are IPv4, so CloudFront refuses it; turn IPv6 off or make the list dual-stack.`,
          fix: setAt(field, false, 'Turn IPv6 off'),
        }
      if (type === 'dualstack' && on === false)
        yield {
          path: field,
          message: `“${id}” has IPv6 off, so the IPv6 addresses of “${reference.ref}” go unused; turn IPv6 on.`,
          fix: setAt(field, true, 'Turn IPv6 on'),
          severity: 'warning',
        }
    }
  },
})
