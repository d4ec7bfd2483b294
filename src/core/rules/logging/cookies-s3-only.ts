import { distributionsIn, originsOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isWhollyKnown, known } from '#core/model/field.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { standardLogs } from '#core/rules/lookup/access-logs.ts'

export const loggingCookiesS3Only = defineRule({
  id: 'logging/cookies-s3-only',
  severity: 'info',
  summary: 'Cookies are logged for a bucket, which ignores them.',
  why: 'Amazon S3 does not process cookies; with buckets alone behind the distribution they only make the log files longer.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const { id, config, path } = distribution
      if (known(standardLogs(config)?.IncludeCookies) !== true || !isWhollyKnown(config.Origins)) continue
      const kinds = originsOf(distribution).map(({ value }) => originKindOf(document, value))
      if (kinds.length === 0 || !kinds.every((kind) => kind?.isBucket)) continue
      const field = [...path, 'Logging', 'IncludeCookies']
      yield {
        path: field,
        message: `Logs of “${id}” have the viewers’ cookies and every origin is a bucket, which ignores them; leave them out.`,
        fix: setAt(field, false, 'Leave cookies out'),
      }
    }
  },
})
