import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, cloudFrontFunction, customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'within the behavior': distribution(
      {
        CacheBehaviors: [behavior('/api/*', 'api')],
        Origins: [customOrigin('web'), customOrigin('api')],
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { var r = event.request; if (r.uri.endsWith('/')) r.uri += 'index.html'; return r }",
        ),
      },
    ),
    'not certain': distribution(
      {
        CacheBehaviors: [behavior('/api/*', 'api')],
        Origins: [customOrigin('web'), customOrigin('api')],
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { event.request.uri = event.request.uri.replace('/old', '/api'); return event.request }",
        ),
      },
    ),
  },
  invalid: {
    'to another behavior': distribution(
      {
        CacheBehaviors: [behavior('/api/*', 'api')],
        Origins: [customOrigin('web'), customOrigin('api')],
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { event.request.uri = '/api/x'; return event.request }",
        ),
      },
    ),
    'with a prefix': distribution(
      {
        CacheBehaviors: [behavior('/api/*', 'api')],
        Origins: [customOrigin('web'), customOrigin('api')],
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { var request = event.request; request.uri = '/api' + request.uri; return request }",
        ),
      },
    ),
    'in a template': distribution(
      {
        CacheBehaviors: [behavior('/api/*', 'api')],
        Origins: [customOrigin('web'), customOrigin('api')],
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: cloudFrontFunction(
          `function handler(event) { const r = event.request; r.uri = \`/api/v1\${r.uri}\`; return r }`,
        ),
      },
    ),
  },
}
