import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, group } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    few: distribution({
      OriginGroups: Array.from({ length: 2 }, (_, index) => group(`g${index}`, ['web', 'other'])),
    }),
    'raised by AWS': {
      document: distribution({
        OriginGroups: Array.from({ length: 11 }, (_, index) => group(`g${index}`, ['web', 'other'])),
      }),
      account: { quotaOverrides: { 'origin-groups-per-distribution': 20 } },
    },
  },
  invalid: {
    'too many': distribution({
      OriginGroups: Array.from({ length: 11 }, (_, index) => group(`g${index}`, ['web', 'other'])),
    }),
    'nearly as many as there may be': distribution({
      OriginGroups: Array.from({ length: 8 }, (_, index) => group(`g${index}`, ['web', 'other'])),
    }),
  },
}
