import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const aliasOnOtherDistribution = defineRule({
  id: 'alias/on-other-distribution',
  severity: 'error',
  sees: 'all',
  summary: 'An alternate domain name is used by two distributions.',
  why: 'CloudFront routes by the name: two distributions with the same alias cannot exist.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
  code: 'CNAMEAlreadyExists',

  *check({ document }) {
    const owner = new Map<string, string>()
    for (const { id, config, path } of distributionsIn(document))
      for (const [index, item] of (config.Aliases ?? []).entries()) {
        const alias = known(item)?.toLowerCase()
        if (alias === undefined) continue
        const other = owner.get(alias)
        if (other !== undefined && other !== id)
          yield {
            path: [...path, 'Aliases', index],
            message: `“${alias}” is already an alternate domain name of “${other}”, so CloudFront answers CNAMEAlreadyExists; remove it from one of them.`,
          }
        else owner.set(alias, id)
      }
  },
})
