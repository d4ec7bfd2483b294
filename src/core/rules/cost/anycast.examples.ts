import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    none: distribution(),
    'left to the deployment': distribution({
      AnycastIpListId: { unknown: '!Ref List', expression: { Ref: 'List' } },
    }),
  },
  invalid: {
    'a list of the design': distribution(
      { AnycastIpListId: { ref: 'List' } },
      { List: { type: 'AnycastIpList', config: { Name: 'list', IpCount: 21 } } },
    ),
    'one of the account': distribution({ AnycastIpListId: 'aip_1' }),
  },
}
