import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const configCommentTooLong = defineRule({
  id: 'config/comment-too-long',
  covers: ['quota/comment-length'],
  severity: 'error',
  summary: 'The comment is too long.',
  why: 'CloudFront refuses a configuration whose Comment is longer than 128 characters.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path } of distributionsIn(document)) {
      const comment = known(config.Comment)
      if (comment === undefined || comment.length <= 128) continue
      const field = [...path, 'Comment']
      yield {
        path: field,
        message: `The comment has ${comment.length} characters and CloudFront takes 128; shorten it.`,
        suggestions: [setAt(field, comment.slice(0, 128), 'Cut after 128 characters')],
      }
    }
  },
})
