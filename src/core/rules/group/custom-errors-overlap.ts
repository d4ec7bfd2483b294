import { distributionsIn, originGroupsOf } from '#core/model/distribution.ts'
import { known, knownItems } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const groupCustomErrorsOverlap = defineRule({
  id: 'group/custom-errors-overlap',
  severity: 'info',
  summary: 'An error page for a status that fails over is shown only if both origins fail.',
  why: 'CloudFront asks the second origin first. The error page of a status that fails over is shown only if the second origin answers with it too.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const errors = knownItems(distribution.config.CustomErrorResponses).map((one) => known(one.ErrorCode))
      for (const { value: one, path } of originGroupsOf(distribution)) {
        const codes = knownItems(known(one.FailoverCriteria)?.StatusCodes)
        const both = codes.filter((code) => errors.includes(code))
        if (both.length === 0) continue
        yield {
          path: [...path, 'FailoverCriteria', 'StatusCodes'],
          message: `“${nameOf(one.Id)}” fails over on ${both.join(', ')}, for which there is a custom error response too; it applies only if the second origin answers so as well.`,
        }
      }
    }
  },
})
