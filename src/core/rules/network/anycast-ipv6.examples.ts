import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const withList = (IsIPV6Enabled: boolean, IpAddressType?: 'ipv4' | 'dualstack'): DesignDocument =>
  distribution(
    { AnycastIpListId: { ref: 'List' }, IsIPV6Enabled },
    {
      List: {
        type: 'AnycastIpList',
        config: { Name: 'list', IpCount: 21, ...(IpAddressType && { IpAddressType }) },
      },
    },
  )

export const examples: RuleExamples = {
  valid: {
    'IPv4 without IPv6': withList(false, 'ipv4'),
    'dual-stack with IPv6': withList(true, 'dualstack'),
    'no type without IPv6': withList(false),
    'a list of the account': distribution({ AnycastIpListId: 'aip_1', IsIPV6Enabled: true }),
  },
  invalid: {
    'no type with IPv6': withList(true),
    'IPv4 with IPv6': withList(true, 'ipv4'),
    'dual-stack without IPv6': withList(false, 'dualstack'),
  },
}
