import { bucketBehind } from '#core/model/bucket-policy.ts'
import { distributionsIn, originsOf } from '#core/model/distribution.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { bucketNameIn, logBucketOf, standardLogs } from '#core/rules/lookup/access-logs.ts'

export const loggingBucketIsOrigin = defineRule({
  id: 'logging/bucket-is-origin',
  severity: 'warning',
  sees: 'all',
  profiles: ['security'],
  summary: 'Logs go to the bucket that viewers read from.',
  why: "Log files in the origin's bucket can be fetched through the distribution, and each request for one is logged in turn.",
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const { id, config, path } = distribution
      const log: unknown = standardLogs(config)?.Bucket
      const bucket = logBucketOf(document, config)
      const name = bucketNameIn(log)
      if (bucket === undefined && name === undefined) continue
      const origin = originsOf(distribution).find(
        ({ value }) =>
          (bucket !== undefined && bucketBehind(document, value.DomainName) === bucket) ||
          (name !== undefined && bucketNameIn(value.DomainName) === name),
      )
      if (!origin) continue
      yield {
        path: [...path, 'Logging', 'Bucket'],
        message: `Logs of “${id}” go to the bucket of its origin “${nameOf(origin.value.Id)}”, so viewers may fetch them; use another bucket.`,
      }
    }
  },
})
