import { distributionsIn } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const aliasCloudfrontDomain = defineRule({
  id: 'alias/cloudfront-domain',
  severity: 'error',
  summary: 'An alternate domain name belongs to cloudfront.net.',
  why: 'Names of cloudfront.net belong to CloudFront, which assigns them itself.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
  code: 'InvalidViewerCertificate',

  *check({ document }) {
    for (const { config, path } of distributionsIn(document))
      for (const [index, item] of (config.Aliases ?? []).entries()) {
        const alias = known(item)
        if (alias === undefined) continue
        const field = [...path, 'Aliases', index]
        if (!/\.cloudfront\.net\.?$/i.test(alias)) continue
        yield {
          path: field,
          message: `“${alias}” is a name of CloudFront's own, which it assigns itself; remove it.`,
          fix: removeAt(field, `Remove “${alias}”`),
        }
      }
  },
})
