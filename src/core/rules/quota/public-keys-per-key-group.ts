import { resourcesOf } from '#core/model/distribution.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const quotaPublicKeysPerKeyGroup = defineQuotaRule({
  name: 'public-keys-per-key-group',
  scope: 'design',
  summary: 'A key group has at most 5 public keys.',
  counted: 'public keys',
  code: 'TooManyPublicKeysInKeyGroup',

  *usages({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'KeyGroup'))
      yield { owner: `“${id}”`, used: (config.Items ?? []).length, path: [...path, 'Items'] }
  },
})
