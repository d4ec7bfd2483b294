import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const typed = (IpAddressType: 'ipv4' | 'ipv6' | 'dualstack', format = 'design'): DesignDocument => ({
  ...distribution(
    {},
    { List: { type: 'AnycastIpList', config: { Name: 'list', IpCount: 21, IpAddressType } } },
  ),
  source: { format, text: '' },
})

export const examples: RuleExamples = {
  valid: {
    IPv4: typed('ipv4'),
    'dual-stack in a template': typed('dualstack', 'cloudformation-yaml'),
    'IPv6 by the API': typed('ipv6'),
  },
  invalid: {
    'IPv6 in a template': typed('ipv6', 'cloudformation-yaml'),
    'another word': typed('IPV4' as 'ipv4'),
  },
}
