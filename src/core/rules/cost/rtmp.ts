import { resourcesOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const costRtmp = defineRule({
  id: 'cost/rtmp',
  severity: 'error',
  summary: 'A streaming (RTMP) distribution can no longer be created.',
  why: "CloudFront's RTMP distributions were switched off at the end of 2020; a template with one cannot be deployed any more.",
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateStreamingDistribution.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, path } of resourcesOf(document, 'StreamingDistribution'))
      yield {
        path,
        message: `“${id}” is a streaming distribution, which CloudFront no longer has; remove it and serve video over HTTP.`,
        suggestions: [removeAt(['resources', id], `Remove “${id}”`)],
      }
  },
})
