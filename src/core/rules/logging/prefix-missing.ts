import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const loggingPrefixMissing = defineRule({
  id: 'logging/prefix-missing',
  severity: 'error',
  summary: 'Logging has no prefix.',
  why: 'The API refuses logging that is on without a Prefix element; it may be empty. CloudFormation fills it in.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_LoggingConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    if (document.source?.format !== 'distribution-config') return
    for (const { id, config, path } of distributionsIn(document)) {
      const logging = known(config.Logging)
      if (known(logging?.Enabled) !== true || logging?.Prefix !== undefined) continue
      const field = [...path, 'Logging', 'Prefix']
      yield {
        path: field,
        message: `Logging of “${id}” has no Prefix, so CloudFront refuses it; add an empty one.`,
        fix: setAt(field, '', 'Add an empty prefix'),
      }
    }
  },
})
