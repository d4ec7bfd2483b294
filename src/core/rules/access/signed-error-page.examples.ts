import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { behavior, defaultBehavior, distribution } from '#fixtures/build.ts'

const signed = { TrustedKeyGroups: { Enabled: true, Items: ['g'] } }
const page = { ErrorCode: 403, ResponseCode: '403', ResponsePagePath: '/errors/403.html' }

export const examples: RuleExamples = {
  valid: {
    'a behavior of its own': distribution({
      CustomErrorResponses: [page],
      CacheBehaviors: [behavior('/errors/*', 'web')],
      DefaultCacheBehavior: defaultBehavior('web', signed),
    }),
    'no page': distribution({
      CustomErrorResponses: [{ ErrorCode: 403, ErrorCachingMinTTL: 10 }],
      DefaultCacheBehavior: defaultBehavior('web', signed),
    }),
    'another path is signed': distribution({
      CustomErrorResponses: [page],
      CacheBehaviors: [behavior('/private/*', 'web', signed)],
    }),
  },
  invalid: {
    'by default': distribution({
      CustomErrorResponses: [page],
      DefaultCacheBehavior: defaultBehavior('web', signed),
    }),
    'by its behavior': distribution({
      CustomErrorResponses: [page],
      CacheBehaviors: [behavior('/errors/*', 'web', signed)],
    }),
  },
}
