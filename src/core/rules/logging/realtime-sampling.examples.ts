import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const sampled = (SamplingRate: number): DesignDocument =>
  distribution({}, { Live: { type: 'RealtimeLogConfig', config: { Name: 'live', SamplingRate } } })

export const examples: RuleExamples = {
  valid: {
    '1': sampled(1),
    '100': sampled(100),
  },
  invalid: {
    '0': sampled(0),
    '101': sampled(101),
    'a fraction': sampled(0.5),
  },
}
