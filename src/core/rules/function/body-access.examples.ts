import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'no body': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      { F: cloudFrontFunction('function handler(event) { return event.request }') },
    ),
    'the body of a response that it makes': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { return { statusCode: 200, body: { encoding: 'text', data: 'ok' } } }",
        ),
      },
    ),
    'another body': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          'function handler(event) { var x = { body: 1 }; if (x.body) return event.request; return event.request }',
        ),
      },
    ),
  },
  invalid: {
    directly: distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          'function handler(event) { if (event.request.body) { return { statusCode: 413 } } return event.request }',
        ),
      },
    ),
    'through a variable': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { var request = event.request; var text = request['body'].data; return request }",
        ),
      },
    ),
  },
}
