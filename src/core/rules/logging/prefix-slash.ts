import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { standardLogs } from '#core/rules/lookup/access-logs.ts'

export const loggingPrefixSlash = defineRule({
  id: 'logging/prefix-slash',
  severity: 'warning',
  summary: 'A log prefix begins with a slash.',
  why: 'CloudFront puts the prefix right before the file name. Without a slash at its end the files lie beside each other as cdnE123…; with one at its beginning they lie in a folder without a name, which CloudFront may refuse.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html',
  code: null,

  *check({ document }) {
    for (const { config, path } of distributionsIn(document)) {
      const prefix = known(standardLogs(config)?.Prefix)
      if (prefix === undefined || prefix === '' || /^[^/].*\/$/.test(prefix)) continue
      const field = [...path, 'Logging', 'Prefix']
      const better = `${prefix.replace(/^\/+/, '').replace(/\/+$/, '')}/`.replace(/^\/$/, '')
      yield {
        path: field,
        message: prefix.startsWith('/')
          ? `The log prefix “${prefix}” begins with a slash, so the files lie in a folder without a name; write “${better}”.`
          : `The log prefix “${prefix}” has no slash at its end, so it runs into the file names; write “${better}”.`,
        fix: setAt(field, better, `Use “${better}”`),
      }
    }
  },
})
