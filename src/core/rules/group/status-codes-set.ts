import { distributionsIn, originGroupsOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known, knownItems } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const groupStatusCodesSet = defineRule({
  id: 'group/status-codes-set',
  severity: 'error',
  summary: 'An origin group fails over on a status that CloudFront does not accept.',
  why: '400, 403, 404, 416, 429, 500, 502, 503 and 504 can trigger a failover; others are refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { value: group, path } of originGroupsOf(distribution)) {
        const name = nameOf(group.Id)

        const allowed = [400, 403, 404, 416, 429, 500, 502, 503, 504]
        const codes = knownItems(known(group.FailoverCriteria)?.StatusCodes)
        const refused = codes.filter((code) => !allowed.includes(code))
        if (refused.length === 0) continue
        const kept = codes.filter((code) => allowed.includes(code))
        const field = [...path, 'FailoverCriteria', 'StatusCodes']
        yield {
          path: field,
          message: `The group “${name}” fails over on ${refused.join(', ')}, which CloudFront refuses; it takes ${allowed.join(', ')}.`,
          // An empty list would be refused again.
          ...(kept.length > 0
            ? { fix: setAt(field, kept, 'Keep the statuses that are allowed') }
            : { suggestions: [setAt(field, [500, 502, 503, 504], 'Fail over on server errors')] }),
        }
      }
  },
})
