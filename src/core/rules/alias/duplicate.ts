import { distributionsIn } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { repeats } from '#core/rules/lookup/walk.ts'

export const aliasDuplicate = defineRule({
  id: 'alias/duplicate',
  severity: 'error',
  summary: 'An alternate domain name is listed twice.',
  why: 'A name that is listed twice is refused with the whole configuration.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path } of distributionsIn(document))
      for (const [alias, index] of repeats(config.Aliases ?? [], (one) => known(one)?.toLowerCase()))
        yield {
          path: [...path, 'Aliases', index],
          message: `The alternate domain name “${known(alias)}” is listed twice, so CloudFront refuses it; keep one.`,
          fix: removeAt([...path, 'Aliases', index], 'Remove the second'),
        }
  },
})
