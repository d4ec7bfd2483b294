import type { Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

const Live: Resource = {
  type: 'RealtimeLogConfig',
  config: { Name: 'live', SamplingRate: 5, Fields: ['timestamp'] },
}

export const examples: RuleExamples = {
  valid: {
    attached: distribution(
      { DefaultCacheBehavior: defaultBehavior('web', { RealtimeLogConfigArn: { ref: 'Live' } }) },
      { Live },
    ),
    none: distribution(),
  },
  invalid: {
    unused: distribution({}, { Live }),
  },
}
