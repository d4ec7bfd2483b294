import { distributionsIn } from '#core/model/distribution.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const originNone = defineRule({
  id: 'origin/none',
  severity: 'error',
  summary: 'The distribution has no origin.',
  why: 'CloudFront fetches everything from an origin; a distribution without one is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origins.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if ((config.Origins ?? []).length > 0) continue
      yield {
        path: [...path, 'Origins'],
        message: `“${id}” has no origin, so CloudFront refuses it; add the server or bucket that holds the content.`,
      }
    }
  },
})
