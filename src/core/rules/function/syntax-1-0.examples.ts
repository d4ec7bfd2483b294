import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    fine: distribution(
      {},
      {
        F: cloudFrontFunction(
          'function handler(event) { var r = event.request; return r }',
          'cloudfront-js-1.0',
        ),
      },
    ),
    'runtime 2.0': distribution(
      {},
      { F: cloudFrontFunction('function handler(event) { const r = event.request; return r }') },
    ),
  },
  invalid: {
    const: distribution(
      {},
      {
        F: cloudFrontFunction(
          'function handler(event) { const r = event.request; return r }',
          'cloudfront-js-1.0',
        ),
      },
    ),
    async: distribution(
      {},
      {
        F: cloudFrontFunction('async function handler(event) { return event.request }', 'cloudfront-js-1.0'),
      },
    ),
    import: distribution(
      {},
      {
        F: cloudFrontFunction(
          "import crypto from 'crypto'\nfunction handler(event) { return event.request }",
          'cloudfront-js-1.0',
        ),
      },
    ),
  },
}
