import { distributionsIn, originGroupsOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isExpression } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const groupStatusCodesEmpty = defineRule({
  id: 'group/status-codes-empty',
  severity: 'error',
  summary: 'An origin group has no status codes to fail over on.',
  why: 'CloudFront refuses a group without status codes.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginGroupFailoverCriteria.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { value: group, path } of originGroupsOf(distribution)) {
        const name = nameOf(group.Id)
        if (isExpression(group.FailoverCriteria) || (group.FailoverCriteria?.StatusCodes ?? []).length > 0)
          continue
        yield {
          path: [...path, 'FailoverCriteria'],
          message: `The group “${name}” fails over on no status, which CloudFront refuses; list some.`,
          suggestions: [
            setAt(
              [...path, 'FailoverCriteria'],
              { StatusCodes: [500, 502, 503, 504] },
              'Fail over on server errors',
            ),
          ],
        }
      }
  },
})
