import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    published: {
      document: distribution(
        {},
        {
          F: {
            type: 'Function',
            config: {
              Name: 'edge',
              FunctionCode: 'function handler(event) { return event.request }',
              FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
              AutoPublish: false,
            },
          },
        },
      ),
      account: {
        functions: [
          {
            Name: 'edge',
            developmentModifiedAt: '2026-01-01T00:00:00Z',
            liveModifiedAt: '2026-01-01T00:00:05Z',
          },
        ],
      },
    },
    'no account': distribution(
      {},
      {
        F: {
          type: 'Function',
          config: {
            Name: 'edge',
            FunctionCode: 'function handler(event) { return event.request }',
            FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
            AutoPublish: false,
          },
        },
      },
    ),
    'published on each update': {
      document: distribution(
        {},
        {
          F: {
            type: 'Function',
            config: {
              Name: 'edge',
              FunctionCode: 'function handler(event) { return event.request }',
              FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
              AutoPublish: true,
            },
          },
        },
      ),
      account: {
        functions: [
          {
            Name: 'edge',
            developmentModifiedAt: '2026-01-02T00:00:00Z',
            liveModifiedAt: '2026-01-01T00:00:00Z',
          },
        ],
      },
    },
  },
  invalid: {
    'changed since': {
      document: distribution(
        {},
        {
          F: {
            type: 'Function',
            config: {
              Name: 'edge',
              FunctionCode: 'function handler(event) { return event.request }',
              FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
              AutoPublish: false,
            },
          },
        },
      ),
      account: {
        functions: [
          {
            Name: 'edge',
            developmentModifiedAt: '2026-01-02T00:00:00Z',
            liveModifiedAt: '2026-01-01T00:00:00Z',
          },
        ],
      },
    },
  },
}
