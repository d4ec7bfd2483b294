import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    all: distribution({ AnycastIpListId: 'aip_1', PriceClass: 'PriceClass_All' }),
    'no list': distribution({ PriceClass: 'PriceClass_100' }),
    'an empty list': distribution({ AnycastIpListId: '', PriceClass: 'PriceClass_100' }),
    'a list that the deployment decides': distribution({
      AnycastIpListId: { unknown: '!Ref List', expression: { Ref: 'List' } },
      PriceClass: 'PriceClass_100',
    }),
  },
  invalid: {
    '100': distribution({ AnycastIpListId: 'aip_1', PriceClass: 'PriceClass_100' }),
    'a list of the design': distribution(
      { AnycastIpListId: { ref: 'List' }, PriceClass: 'PriceClass_200' },
      { List: { type: 'AnycastIpList', config: { Name: 'list', IpCount: 21 } } },
    ),
  },
}
