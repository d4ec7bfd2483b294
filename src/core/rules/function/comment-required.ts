import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionCommentRequired = defineRule({
  id: 'function/comment-required',
  severity: 'error',
  sees: 'shared',
  summary: 'FunctionConfig has no Comment.',
  why: 'The API and CloudFormation both require the field.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_FunctionConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'Function')) {
      const settings = known(config.FunctionConfig)
      if (!settings || settings.Comment !== undefined) continue
      const field = [...path, 'FunctionConfig', 'Comment']
      yield {
        path: field,
        message: `FunctionConfig of “${id}” has no Comment, so CloudFront refuses it; an empty one will do.`,
        fix: setAt(field, '', 'Add an empty comment'),
      }
    }
  },
})
