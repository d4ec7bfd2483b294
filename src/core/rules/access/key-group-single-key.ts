import { resourcesOf } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const accessKeyGroupSingleKey = defineRule({
  id: 'access/key-group-single-key',
  severity: 'info',
  sees: 'shared',
  profiles: ['security'],
  summary: 'A key group has one key, so it cannot be rotated without an outage.',
  why: 'With one key, URLs that it signed fail once it is replaced.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PrivateContent.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'KeyGroup')) {
      if ((config.Items ?? []).length !== 1) continue
      yield {
        path: [...path, 'Items'],
        message: `The key group “${id}” has one key, so a rotation breaks URLs that are out; keep two.`,
      }
    }
  },
})
