import { distributionsIn } from '#core/model/distribution.ts'
import { isDomainName } from '#core/model/domain-names.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const aliasLowercase = defineRule({
  id: 'alias/lowercase',
  severity: 'error',
  summary: 'An alternate domain name has capital letters.',
  why: 'CloudFront takes alternate domain names in lower case only.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path } of distributionsIn(document)) {
      for (const [index, item] of (config.Aliases ?? []).entries()) {
        const alias = known(item)
        if (alias === undefined) continue
        const field = [...path, 'Aliases', index]

        if (alias === alias.toLowerCase() || !isDomainName(alias)) continue
        yield {
          path: field,
          message: `“${alias}” has capital letters, which CloudFront refuses; write “${alias.toLowerCase()}”.`,
          fix: setAt(field, alias.toLowerCase(), 'Use lower case'),
        }
      }
    }
  },
})
