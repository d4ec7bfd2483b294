import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { running } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    fine: running('function handler(event) { var r = event.request; return r }', 'cloudfront-js-1.0'),
    'runtime 2.0': running('function handler(event) { const r = event.request; return r }'),
  },
  invalid: {
    const: running('function handler(event) { const r = event.request; return r }', 'cloudfront-js-1.0'),
    async: running('async function handler(event) { return event.request }', 'cloudfront-js-1.0'),
    import: running(
      "import crypto from 'crypto'\nfunction handler(event) { return event.request }",
      'cloudfront-js-1.0',
    ),
  },
}
