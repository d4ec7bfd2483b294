import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution, running } from '#fixtures/build.ts'

const withStore = (KeyValueStoreAssociations: { KeyValueStoreARN: { ref: string } }[]): DesignDocument =>
  distribution(
    {
      DefaultCacheBehavior: defaultBehavior('web', {
        FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
      }),
    },
    {
      F: {
        type: 'Function',
        config: {
          Name: 'f',
          FunctionCode:
            'import cf from "cloudfront"; const kv = cf.kvs(); function handler(e) { return e.request }',
          FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0', KeyValueStoreAssociations },
        },
      },
      K: { type: 'KeyValueStore', config: { Name: 'k' } },
    },
  )

export const examples: RuleExamples = {
  valid: {
    associated: withStore([{ KeyValueStoreARN: { ref: 'K' } }]),
    'in a comment only': running('// no kvs() yet\nfunction handler(e) { return e.request }'),
  },
  invalid: {
    'not associated': withStore([]),
  },
}
