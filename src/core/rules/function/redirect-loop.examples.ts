import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, cloudFrontFunction, defaultBehavior, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'another host': distribution(
      {
        Aliases: ['www.example.com', 'example.com'],
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
        CacheBehaviors: [behavior('/static/*', 'web')],
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { var host = event.request.headers.host.value; if (host === 'example.com') { return { statusCode: 301, headers: { location: { value: 'https://www.example.com' + event.request.uri } } } } return event.request }",
        ),
      },
    ),
    'another path': distribution(
      {
        Aliases: ['www.example.com', 'example.com'],
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
        CacheBehaviors: [behavior('/static/*', 'web')],
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { if (event.request.uri === '/old') return { statusCode: 301, headers: { location: { value: '/new' } } }; return event.request }",
        ),
      },
    ),
    elsewhere: distribution(
      {
        Aliases: ['www.example.com', 'example.com'],
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
        CacheBehaviors: [behavior('/static/*', 'web')],
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { return { statusCode: 302, headers: { location: { value: 'https://example.org/' } } } }",
        ),
      },
    ),
    'to a behavior without it': distribution(
      {
        Aliases: ['www.example.com', 'example.com'],
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
        CacheBehaviors: [behavior('/static/*', 'web')],
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { return { statusCode: 302, headers: { location: { value: '/static/closed.html' } } } }",
        ),
      },
    ),
    'after a way out': distribution(
      {
        Aliases: ['www.example.com', 'example.com'],
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
        CacheBehaviors: [behavior('/static/*', 'web')],
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { if (event.request.uri === '/closed.html') return event.request; return { statusCode: 302, headers: { location: { value: '/closed.html' } } } }",
        ),
      },
    ),
    'to a path that is not known': distribution(
      {
        Aliases: ['www.example.com', 'example.com'],
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
        CacheBehaviors: [behavior('/static/*', 'web')],
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { return { statusCode: 302, headers: { location: { value: '/' + event.request.headers['x-path'].value } } } }",
        ),
      },
    ),
    'by a cookie': distribution(
      {
        Aliases: ['www.example.com', 'example.com'],
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
        CacheBehaviors: [behavior('/static/*', 'web')],
      },
      {
        F: cloudFrontFunction(
          'function handler(event) { if (event.request.cookies.seen) { return event.request } return { statusCode: 302, headers: { location: { value: event.request.uri } } } }',
        ),
      },
    ),
  },
  invalid: {
    always: distribution(
      {
        Aliases: ['www.example.com', 'example.com'],
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
        CacheBehaviors: [behavior('/static/*', 'web')],
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { return { statusCode: 301, statusDescription: 'Moved', headers: { location: { value: '/home' } } } }",
        ),
      },
    ),
    'to HTTPS': distribution(
      {
        Aliases: ['www.example.com', 'example.com'],
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
        CacheBehaviors: [behavior('/static/*', 'web')],
      },
      {
        F: cloudFrontFunction(
          `function handler(event) { var request = event.request; var host = request.headers.host.value; return { statusCode: 301, headers: { location: { value: \`https://\${host}\${request.uri}\` } } } }`,
        ),
      },
    ),
    'the same host': distribution(
      {
        Aliases: ['www.example.com', 'example.com'],
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
        CacheBehaviors: [behavior('/static/*', 'web')],
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { if (event.request.headers.host.value !== 'www.example.org') { return { statusCode: 301, headers: { location: { value: 'https://www.example.com' + event.request.uri } } } } return event.request }",
        ),
      },
    ),
    'into the same folder': distribution(
      {
        Aliases: ['www.example.com', 'example.com'],
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
        CacheBehaviors: [behavior('/static/*', 'web')],
      },
      {
        F: cloudFrontFunction(
          "function handler(event) { if (event.request.uri.startsWith('/docs')) { return { statusCode: 302, headers: { location: { value: '/docs/v2' + event.request.uri } } } } return event.request }",
        ),
      },
    ),
  },
}
