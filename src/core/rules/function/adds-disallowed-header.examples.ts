import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, defaultBehavior, distribution } from '#fixtures/build.ts'
import { edgeLambda, onEvent } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'its own header': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { event.request.headers['x-id'] = { value: '1' }; return event.request }",
        ),
      },
    ),
    reading: distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { if (event.request.headers.host.value === 'a.example.com') return event.request; return event.request }",
        ),
      },
    ),
    'the host of a redirect': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { return { statusCode: 302, headers: { location: { value: '/' } } } }",
        ),
      },
    ),
    'Amazon headers that no list names': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { event.request.headers['x-amzn-trace-id'] = { value: '1' }; return event.request }",
        ),
      },
    ),
  },
  invalid: {
    'the host': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { var r = event.request; r.headers['host'] = { value: 'x.example.org' }; return r }",
        ),
      },
    ),
    'its value': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { var h = event.request.headers; h.host.value = 'x.example.org'; return event.request }",
        ),
      },
    ),
    'a hop-by-hop header': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-response', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { event.response.headers['connection'] = { value: 'close' }; return event.response }",
        ),
      },
    ),
    deleting: distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-response', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { delete event.response.headers['via']; return event.response }",
        ),
      },
    ),
    'in a response of its own': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { return { statusCode: 200, headers: { 'x-cache': { value: 'made' } } } }",
        ),
      },
    ),
    'in Lambda@Edge': distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      edgeLambda({
        Code: {
          ZipFile:
            "exports.handler = async (event) => { const { request } = event.Records[0].cf; request.headers['x-real-ip'] = [{ key: 'X-Real-IP', value: '1' }]; return request }",
        },
      }),
    ),
  },
}
