import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const loggingDisabledWithValues = defineRule({
  id: 'logging/disabled-with-values',
  severity: 'info',
  summary: 'Logging is off but names a bucket.',
  why: 'CloudFront empties Bucket, Prefix and IncludeCookies of logging that is off, so that the next comparison with what is deployed shows a difference.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_LoggingConfig.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const logging = known(config.Logging)
      if (known(logging?.Enabled) !== false || !(logging?.Bucket || logging?.Prefix)) continue
      const field = [...path, 'Logging']
      yield {
        path: field,
        message: `Logging of “${id}” is off, so CloudFront forgets its bucket and prefix; empty them, or switch logging on.`,
        fix: setAt(field, { Enabled: false, IncludeCookies: false, Bucket: '', Prefix: '' }, 'Empty them'),
        suggestions: [setAt([...field, 'Enabled'], true, 'Switch logging on')],
      }
    }
  },
})
