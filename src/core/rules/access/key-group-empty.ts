import { resourcesOf } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const accessKeyGroupEmpty = defineRule({
  id: 'access/key-group-empty',
  severity: 'error',
  sees: 'shared',
  summary: 'A key group has no keys.',
  why: 'CloudFront refuses a key group without public keys.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_KeyGroupConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'KeyGroup')) {
      if ((config.Items ?? []).length > 0) continue
      yield {
        path: [...path, 'Items'],
        message: `The key group “${id}” has no keys, so CloudFront refuses it; add a public key.`,
      }
    }
  },
})
