import { distributionsIn } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const groupFailoverMissing = defineRule({
  id: 'group/failover-missing',
  severity: 'info',
  summary: 'The distribution has no failover.',
  why: 'Without an origin group an outage of the origin is an outage of the site.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
  code: null,
  alsoKnownAs: ['CKV_AWS_310'],
  shows: { request: { url: '/' }, answer: { status: 503 }, outcome: { originRequests: [{ status: 503 }] } },

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if ((config.OriginGroups ?? []).length === 0)
        yield {
          path: [...path, 'OriginGroups'],
          message: `“${id}” has no origin group, so nothing stands in for a failing origin.`,
        }
    }
  },
})
