import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { defaultBehavior, distribution } from '#fixtures/build.ts'

const ResponseHeadersPolicyId = '67f7725c-6f97-4210-82d7-5512b31e9d03'

export const examples: RuleExamples = {
  valid: {
    'a redirect': distribution({
      DefaultCacheBehavior: defaultBehavior('web', { ResponseHeadersPolicyId }),
    }),
    'another policy': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        ViewerProtocolPolicy: 'allow-all',
        ResponseHeadersPolicyId: '60669652-455b-4ae9-85a4-c4c02393f86c',
      }),
    }),
  },
  invalid: {
    HTTP: distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        ViewerProtocolPolicy: 'allow-all',
        ResponseHeadersPolicyId,
      }),
    }),
  },
}
