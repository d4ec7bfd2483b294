import { distributionsIn, resourcesOf } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { setAt } from '#core/model/edit.ts'
import { isRef, known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { defineRule, type Finding } from '#core/rules/harness/rule.ts'

/** What names a list: a distribution, or the connection group of tenants. */
interface User {
  readonly id: string
  readonly list: unknown
  readonly isOn: boolean | undefined
  /** Of the switch for IPv6. */
  readonly field: Path
}

const usersOf = (document: DesignDocument): readonly User[] => [
  ...distributionsIn(document).map(({ id, config, path }) => ({
    id,
    list: config.AnycastIpListId,
    isOn: known(config.IsIPV6Enabled),
    field: [...path, 'IsIPV6Enabled'],
  })),
  ...resourcesOf(document, 'ConnectionGroup').map(({ id, config, path }) => ({
    id,
    list: config.AnycastIpListId,
    isOn: known(config.Ipv6Enabled),
    field: [...path, 'Ipv6Enabled'],
  })),
]

function* misfits({ id, isOn, field }: User, list: string, type: string | undefined): Generator<Finding> {
  if (type === 'ipv4' && isOn === true)
    yield {
      path: field,
      message: `“${id}” has IPv6 on and the static IP addresses of “${list}” are IPv4, so CloudFront refuses it; turn IPv6 off or make the list dual-stack.`,
      fix: setAt(field, false, 'Turn IPv6 off'),
    }
  if (type === undefined && isOn === true)
    yield {
      path: field,
      message: `“${id}” has IPv6 on and “${list}” does not say which addresses it has, which may be IPv4 alone; set its IpAddressType to “dualstack”.`,
      severity: 'warning',
    }
  if (type === 'dualstack' && isOn === false)
    yield {
      path: field,
      message: `“${id}” has IPv6 off, so the IPv6 addresses of “${list}” are not used; turn IPv6 on.`,
      fix: setAt(field, true, 'Turn IPv6 on'),
      severity: 'warning',
    }
}

export const networkAnycastIpv6 = defineRule({
  id: 'network/anycast-ipv6',
  severity: 'error',
  sees: 'all',
  summary: 'IPv6 and the address type of the Anycast static IP list do not fit.',
  why: 'A distribution or a connection group with IPv6 cannot use a list that has IPv4 addresses alone; with a dual-stack list and IPv6 off, its IPv6 addresses lead nowhere.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/request-static-ips.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const user of usersOf(document)) {
      const reference = user.list
      const list = isRef(reference) ? document.resources[reference.ref] : undefined
      if (!isRef(reference) || list?.type !== 'AnycastIpList') continue
      const { IpAddressType: type } = list.config
      if (type === undefined || known(type) !== undefined) yield* misfits(user, reference.ref, known(type))
    }
  },
})
