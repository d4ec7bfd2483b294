import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'another question': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-response', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { if (event.response.statusCode === 200) { event.response.headers['x-ok'] = { value: '1' } } return event.response }",
        ),
      },
    ),
    'not on viewer-response': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          'function handler(event) { return event.response && event.response.statusCode === 404 ? event.response : event.request }',
        ),
      },
    ),
  },
  invalid: {
    '404': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-response', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          'function handler(event) { var response = event.response; if (response.statusCode == 404) { response.statusCode = 200 } return response }',
        ),
      },
    ),
    errors: distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-response', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { if (event.response.statusCode >= 400) { event.response.headers['x-error'] = { value: '1' } } return event.response }",
        ),
      },
    ),
    'a switch': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-response', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { switch (event.response.statusCode) { case 503: event.response.headers['retry-after'] = { value: '5' } } return event.response }",
        ),
      },
    ),
  },
}
