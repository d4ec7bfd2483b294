import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const costPriceClass = defineRule({
  id: 'cost/price-class',
  severity: 'info',
  profiles: ['cost'],
  summary: 'Every edge location is used, the dear ones too.',
  why: 'PriceClass_All uses every edge location, the dear ones too.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PriceClass.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if (config.PriceClass !== undefined && known(config.PriceClass) !== 'PriceClass_All') continue
      yield {
        path: [...path, 'PriceClass'],
        message: `“${id}” uses every edge location; PriceClass_100 or _200 cost less where viewers are near those.`,
        suggestions: [setAt([...path, 'PriceClass'], 'PriceClass_100', 'North America and Europe')],
      }
    }
  },
})
