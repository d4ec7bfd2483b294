import type { Resource } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, distribution } from '#fixtures/build.ts'

const reading = (KeyValueStoreAssociations: { KeyValueStoreARN: { ref: string } }[]): Resource => ({
  type: 'Function',
  config: {
    Name: 'f',
    FunctionCode:
      'import cf from "cloudfront"; const kv = cf.kvs(); function handler(e) { return e.request }',
    FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0', KeyValueStoreAssociations },
  },
})

export const examples: RuleExamples = {
  valid: {
    associated: distribution({}, { F: reading([{ KeyValueStoreARN: { ref: 'K' } }]) }),
    'in a comment only': distribution(
      {},
      { F: cloudFrontFunction('// no kvs() yet\nfunction handler(e) { return e.request }') },
    ),
  },
  invalid: {
    'not associated': distribution(
      {},
      { F: reading([]), K: { type: 'KeyValueStore', config: { Name: 'k' } } },
    ),
  },
}
