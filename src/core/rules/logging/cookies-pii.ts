import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { standardLogs } from '#core/rules/lookup/access-logs.ts'

export const loggingCookiesPii = defineRule({
  id: 'logging/cookies-pii',
  covers: ['logging/cookies-s3-only'],
  severity: 'info',
  profiles: ['security'],
  summary: 'Logs hold cookies, which may identify people.',
  why: 'With IncludeCookies CloudFront writes every cookie of every request into the log, those that it does not forward too. Whoever reads the logs can take over sessions.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_LoggingConfig.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if (known(standardLogs(config)?.IncludeCookies) !== true) continue
      const field = [...path, 'Logging', 'IncludeCookies']
      yield {
        path: field,
        message: `Logs of “${id}” have every cookie of every viewer, session cookies too; leave them out unless you need them.`,
        suggestions: [setAt(field, false, 'Leave cookies out')],
      }
    }
  },
})
