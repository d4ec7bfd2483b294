import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { defaultBehavior, distribution } from '#fixtures/build.ts'

const signed = { TrustedKeyGroups: { Enabled: true, Items: ['g'] } }
const withOptions = { AllowedMethods: { Items: ['GET' as const, 'HEAD' as const, 'OPTIONS' as const] } }

export const examples: RuleExamples = {
  valid: {
    'not signed': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        ...withOptions,
        ResponseHeadersPolicyId: '5cc3b908-e619-4b99-88e5-2cf7f45965bd',
      }),
    }),
    'no CORS': distribution({ DefaultCacheBehavior: defaultBehavior('web', signed) }),
    'simple requests only': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        ...signed,
        ResponseHeadersPolicyId: '60669652-455b-4ae9-85a4-c4c02393f86c',
      }),
    }),
  },
  invalid: {
    'a CORS policy': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        ...signed,
        ...withOptions,
        ResponseHeadersPolicyId: '5cc3b908-e619-4b99-88e5-2cf7f45965bd',
      }),
    }),
    'CORS of the origin': distribution({
      DefaultCacheBehavior: defaultBehavior('web', {
        ...signed,
        ...withOptions,
        OriginRequestPolicyId: '88a5eaf4-2fd4-4709-b370-b4c650ea3fcf',
      }),
    }),
  },
}
