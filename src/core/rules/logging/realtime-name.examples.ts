import type { DesignDocument, Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const named = (...names: string[]): DesignDocument =>
  distribution(
    {},
    Object.fromEntries(
      names.map((Name, index): [string, Resource] => [
        `Live${index}`,
        { type: 'RealtimeLogConfig', config: { Name, SamplingRate: 5, Fields: ['timestamp'] } },
      ]),
    ),
  )

export const examples: RuleExamples = {
  valid: {
    different: named('site', 'api'),
    'upper and lower case': named('site', 'Site'),
  },
  invalid: {
    twice: named('site', 'site'),
    'three times': named('site', 'site', 'site-2', 'site'),
  },
}
