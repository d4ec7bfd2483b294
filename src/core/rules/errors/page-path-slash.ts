import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const errorsPagePathSlash = defineRule({
  id: 'errors/page-path-slash',
  severity: 'error',
  summary: 'The path of an error page does not start with a slash.',
  why: 'ResponsePagePath is a path of this distribution.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomErrorResponse.html',
  code: 'InvalidRelativePath',

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document))
      for (const [index, item] of (config.CustomErrorResponses ?? []).entries()) {
        const response = known(item)
        if (!response) continue
        const path = [...site, 'CustomErrorResponses', index]
        const page = response.ResponsePagePath

        const text = known(page)
        if (text === undefined || text === '' || text.startsWith('/')) continue
        const field = [...path, 'ResponsePagePath']
        yield {
          path: field,
          message: `The error page “${text}” does not start with a slash, so CloudFront refuses it; write “/${text}”.`,
          fix: setAt(field, `/${text}`, 'Add the slash'),
        }
      }
  },
})
