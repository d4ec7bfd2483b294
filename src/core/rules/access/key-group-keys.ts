import { quotaIn } from '#core/model/account.ts'
import { resourcesOf } from '#core/model/distribution.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { repeats } from '#core/rules/lookup/walk.ts'

export const accessKeyGroupKeys = defineRule({
  id: 'access/key-group-keys',
  covers: ['quota/public-keys-per-key-group'],
  severity: 'error',
  sees: 'shared',
  summary: 'A key group has too many keys, or one key twice.',
  why: '5 is the quota, and a key that is listed twice is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'TooManyPublicKeysInKeyGroup',

  *check({ document, account }) {
    const most = quotaIn(account, 'public-keys-per-key-group')
    for (const { id, config, path } of resourcesOf(document, 'KeyGroup')) {
      const items = config.Items ?? []
      const twice = [...repeats(items, (one) => nameOf(one))]
      if (items.length <= most && twice.length === 0) continue
      yield {
        path: [...path, 'Items'],
        message: `The key group “${id}” has ${items.length} keys${twice.length > 0 ? ', one of them twice' : ''}; CloudFront takes up to ${most} different ones.`,
      }
    }
  },
})
