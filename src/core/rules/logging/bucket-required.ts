import { distributionsIn } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const loggingBucketRequired = defineRule({
  id: 'logging/bucket-required',
  severity: 'error',
  summary: 'Logging is on but has no bucket.',
  why: 'Logging that is switched on without a bucket is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_LoggingConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const logging = known(config.Logging)
      if (known(logging?.Enabled) !== true || (logging?.Bucket !== undefined && logging.Bucket !== ''))
        continue
      yield {
        path: [...path, 'Logging', 'Bucket'],
        message: `Logging of “${id}” is on and has no bucket, so CloudFront refuses it; name a bucket or switch logging off.`,
        suggestions: [removeAt([...path, 'Logging'], 'Switch logging off')],
      }
    }
  },
})
