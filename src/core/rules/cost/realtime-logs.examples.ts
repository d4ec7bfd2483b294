import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const sampled = (SamplingRate: number): DesignDocument =>
  distribution({}, { Live: { type: 'RealtimeLogConfig', config: { Name: 'live', SamplingRate } } })

export const examples: RuleExamples = {
  valid: {
    'a sample': sampled(5),
    'nearly all': sampled(99),
  },
  invalid: {
    all: sampled(100),
  },
}
