import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const aliasApexCname = defineRule({
  id: 'alias/apex-cname',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'The zone apex points to CloudFront with a CNAME record.',
  why: 'A CNAME record cannot stand at the apex of a zone: it takes an alias record of Route 53 or the like.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
  code: null,

  *check({ document }) {
    for (const { config, path } of distributionsIn(document))
      for (const [index, item] of (config.Aliases ?? []).entries()) {
        const alias = known(item)
        if (alias === undefined) continue
        const field = [...path, 'Aliases', index]
        if (!/^[^.*]+\.[^.]+$/.test(alias)) continue
        yield {
          path: field,
          message: `“${alias}” is the apex of its zone, where DNS has no CNAME; point it to the distribution by a Route 53 alias record (A${known(config.IsIPV6Enabled) === true ? ' and AAAA' : ''}).`,
        }
      }
  },
})
