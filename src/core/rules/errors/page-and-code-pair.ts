import { distributionsIn } from '#core/model/distribution.ts'
import { removeAt, setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const errorsPageAndCodePair = defineRule({
  id: 'errors/page-and-code-pair',
  severity: 'error',
  summary: 'An error page has no response code, or a response code no page.',
  why: 'ResponsePagePath and ResponseCode go together; one alone is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomErrorResponse.html',
  code: 'InvalidResponseCode',
  alsoKnownAs: ['cfn-lint E3021'],

  *check({ document }) {
    for (const { config, path: site } of distributionsIn(document))
      for (const [index, item] of (config.CustomErrorResponses ?? []).entries()) {
        const response = known(item)
        if (!response) continue
        const path = [...site, 'CustomErrorResponses', index]
        const page = response.ResponsePagePath
        const status = response.ResponseCode
        const code = known(response.ErrorCode)

        const [hasPage, hasStatus] = [
          page !== undefined && page !== '',
          status !== undefined && status !== '',
        ]
        if (hasPage === hasStatus) continue
        const field = [...path, hasPage ? 'ResponseCode' : 'ResponsePagePath']
        yield {
          path: field,
          message: hasPage
            ? `The response for ${code} has a page and no ResponseCode, which CloudFront refuses; add the status that viewers get.`
            : `The response for ${code} has a ResponseCode and no page, which CloudFront refuses; add ResponsePagePath.`,
          suggestions: hasPage
            ? [setAt(field, String(code), `Answer ${code}`)]
            : [removeAt([...path, 'ResponseCode'], 'Remove the response code')],
        }
      }
  },
})
