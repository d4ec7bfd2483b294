import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, distribution, running } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    fine: running('function handler(event) { return event.request }'),
    'its own function of that name': running(
      'function process(r) { return r }\nfunction handler(event) { return process(event.request) }',
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
    'a timer': running('function handler(event) { setTimeout(function () {}, 1); return event.request }'),
    'the network in runtime 1.0': running(
      "function handler(event) { fetch('https://example.org/'); return event.request }",
      'cloudfront-js-1.0',
    ),
    files: running("var fs = require('fs'); function handler(event) { return event.request }"),
    'the environment': running(
      'function handler(event) { if (process.env.STAGE) return event.request; return event.request }',
    ),
    'code evaluation': running("function handler(event) { eval('1'); return event.request }"),
    classes: running('class A {}\nfunction handler(event) { return event.request }'),
  },
}
