import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    on: distribution({ IsIPV6Enabled: true }),
    'a signed policy may name an IPv4 address': distribution({
      IsIPV6Enabled: false,
      DefaultCacheBehavior: defaultBehavior('web', { TrustedKeyGroups: { Enabled: true, Items: ['g'] } }),
    }),
    'static IPv4 addresses': distribution({ IsIPV6Enabled: false, AnycastIpListId: 'aip_1' }),
    'left to the deployment': distribution({
      IsIPV6Enabled: { unknown: '!Ref IPv6', expression: { Ref: 'IPv6' } },
    }),
  },
  invalid: {
    off: distribution({ IsIPV6Enabled: false }),
  },
}
