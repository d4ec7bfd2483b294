import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { behavior, customOrigin, defaultBehavior, distribution, group } from '#fixtures/build.ts'

const signed = { TrustedKeyGroups: { Enabled: true, Items: ['g'] } }

export const examples: RuleExamples = {
  valid: {
    'another origin': distribution({
      Origins: [customOrigin('web'), customOrigin('private')],
      CacheBehaviors: [behavior('/private/*', 'private', signed)],
    }),
    'the default is signed': distribution({
      CacheBehaviors: [behavior('/public/*', 'web')],
      DefaultCacheBehavior: defaultBehavior('web', signed),
    }),
    'nothing is signed': distribution({ CacheBehaviors: [behavior('/private/*', 'web')] }),
  },
  invalid: {
    'the same origin': distribution({ CacheBehaviors: [behavior('/private/*', 'web', signed)] }),
    'a group with the same origin': distribution({
      Origins: [customOrigin('web'), customOrigin('spare')],
      OriginGroups: [group('both', ['web', 'spare'])],
      CacheBehaviors: [behavior('/private/*', 'both', signed)],
    }),
  },
}
