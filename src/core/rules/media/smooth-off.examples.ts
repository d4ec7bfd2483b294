import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, bucketOrigin, customOrigin, distribution, oac } from '#fixtures/build.ts'

const films = (more: Parameters<typeof behavior>[2], origin = bucketOrigin('films')) =>
  distribution({ Origins: [origin], CacheBehaviors: [behavior('*.ism/*', 'films', more)] }, { Oac: oac })

export const examples: RuleExamples = {
  valid: {
    on: films({ SmoothStreaming: true }),
    'a server that cuts them itself': films({}, customOrigin('films')),
  },
  invalid: { off: films({}), 'said to be off': films({ SmoothStreaming: false }) },
}
