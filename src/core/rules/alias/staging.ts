import { distributionsIn } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const aliasStaging = defineRule({
  id: 'alias/staging',
  severity: 'warning',
  summary: 'A staging distribution has alternate domain names.',
  why: 'Viewers reach a staging distribution through the primary one; its own names are not used and may be refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/continuous-deployment.html',
  code: 'CNAMEAlreadyExists',

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if (known(config.Staging) !== true || (config.Aliases ?? []).length === 0) continue
      yield {
        path: [...path, 'Aliases'],
        message: `“${id}” is a staging distribution, which viewers never reach by an alternate domain name; remove the names.`,
        suggestions: [removeAt([...path, 'Aliases'], 'Remove the names')],
      }
    }
  },
})
