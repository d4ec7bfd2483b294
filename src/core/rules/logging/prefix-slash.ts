import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { standardLogs } from '#core/rules/lookup/access-logs.ts'

export const loggingPrefixSlash = defineRule({
  id: 'logging/prefix-slash',
  severity: 'warning',
  summary: 'A log prefix begins with a slash.',
  why: 'With a slash at the beginning of the prefix the files end up in a folder without a name. A slash at the end is added by CloudFront where it is missing.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html',
  code: null,

  *check({ document }) {
    for (const { config, path } of distributionsIn(document)) {
      const prefix = known(standardLogs(config)?.Prefix)
      if (prefix === undefined || !prefix.startsWith('/')) continue
      const field = [...path, 'Logging', 'Prefix']
      const better = `${prefix.replace(/^\/+/, '').replace(/\/+$/, '')}/`.replace(/^\/$/, '')
      yield {
        path: field,
        message: `The log prefix “${prefix}” begins with a slash, so the files end up in a folder without a name; write “${better}”.`,
        fix: setAt(field, better, `Use “${better}”`),
      }
    }
  },
})
