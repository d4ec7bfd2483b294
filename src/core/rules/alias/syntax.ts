import { distributionsIn } from '#core/model/distribution.ts'
import { isDomainName } from '#core/model/domain-names.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const aliasSyntax = defineRule({
  id: 'alias/syntax',
  severity: 'error',
  summary: 'An alternate domain name is not a valid domain name.',
  why: 'An alias is compared with the Host header: it has no scheme, port, path or trailing dot, and a wildcard only as its whole first label.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
  code: 'InvalidArgument',
  alsoKnownAs: ['cfn-lint E3013', 'cfn-lint E3031'],

  *check({ document }) {
    for (const { config, path } of distributionsIn(document)) {
      for (const [index, item] of (config.Aliases ?? []).entries()) {
        const alias = known(item)
        if (alias === undefined) continue
        const field = [...path, 'Aliases', index]

        if (isDomainName(alias)) continue
        const bare = alias
          .replace(/^[a-z]+:\/\//i, '')
          .replace(/[/?#].*$/, '')
          .replace(/:\d+$/, '')
          .replace(/\.$/, '')
        yield {
          path: field,
          message: `“${alias}” is not a domain name, so CloudFront refuses it as an alternate domain name; ${isDomainName(bare) ? `write “${bare}”` : 'write one like “www.example.com” or “*.example.com”'}.`,
          ...(isDomainName(bare) && { suggestions: [setAt(field, bare, `Use “${bare}”`)] }),
        }
      }
    }
  },
})
