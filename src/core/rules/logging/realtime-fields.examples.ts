import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const logged = (...Fields: string[]): DesignDocument =>
  distribution({}, { Live: { type: 'RealtimeLogConfig', config: { Name: 'live', SamplingRate: 5, Fields } } })

export const examples: RuleExamples = {
  valid: {
    some: logged(
      'timestamp',
      'c-ip',
      'time-to-first-byte',
      'sc-status',
      'cs-uri-stem',
      'asn',
      'cmcd-version',
    ),
    'left to the deployment': distribution(
      {},
      {
        Live: {
          type: 'RealtimeLogConfig',
          config: { Name: 'live', Fields: [{ unknown: '!Ref Fields', expression: { Ref: 'Fields' } }] },
        },
      },
    ),
  },
  invalid: {
    none: logged(),
    twice: logged('timestamp', 'c-ip', 'timestamp'),
    'a typo': logged('timestamp', 'c_ip'),
    'another word': logged('timestamp', 'user'),
  },
}
