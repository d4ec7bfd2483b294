import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    fine: distribution({}, { F: cloudFrontFunction('function handler(event) { return event.request }') }),
    'its own function of that name': distribution(
      {},
      {
        F: cloudFrontFunction(
          'function process(r) { return r }\nfunction handler(event) { return process(event.request) }',
        ),
      },
    ),
    'a syntax of another runtime': distribution(
      {},
      {
        F: cloudFrontFunction(
          'function handler(event) { const r = event.request; return r }',
          'cloudfront-js-1.0',
        ),
      },
    ),
  },
  invalid: {
    'a timer': distribution(
      {},
      {
        F: cloudFrontFunction(
          'function handler(event) { setTimeout(function () {}, 1); return event.request }',
        ),
      },
    ),
    'the network in runtime 1.0': distribution(
      {},
      {
        F: cloudFrontFunction(
          "function handler(event) { fetch('https://example.org/'); return event.request }",
          'cloudfront-js-1.0',
        ),
      },
    ),
    files: distribution(
      {},
      { F: cloudFrontFunction("var fs = require('fs'); function handler(event) { return event.request }") },
    ),
    'the environment': distribution(
      {},
      {
        F: cloudFrontFunction(
          'function handler(event) { if (process.env.STAGE) return event.request; return event.request }',
        ),
      },
    ),
    'code evaluation': distribution(
      {},
      { F: cloudFrontFunction("function handler(event) { eval('1'); return event.request }") },
    ),
    classes: distribution(
      {},
      { F: cloudFrontFunction('class A {}\nfunction handler(event) { return event.request }') },
    ),
  },
}
