import { resourcesOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { hasAliases, streamingToHls } from '#core/rules/lookup/streaming-to-hls.ts'

export const costRtmp = defineRule({
  id: 'cost/rtmp',
  severity: 'error',
  sees: 'shared',
  summary: 'A streaming (RTMP) distribution can no longer be created.',
  why: 'CloudFront’s RTMP distributions were switched off at the end of 2020; a template with one cannot be deployed any more. Players of today fetch video over HTTP: package the files as HLS (a manifest and segments, for instance by MediaConvert), put them into the bucket, and serve them by a distribution with behaviors for both.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/on-demand-video.html',
  code: 'InvalidArgument',
  mends:
    'a distribution serves the bucket over HTTP, with behaviors for HLS, in place of one that CloudFront refuses',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'StreamingDistribution')) {
      const edit = streamingToHls(id, config)
      const remove = removeAt(['resources', id], `Remove “${id}”`)
      const isSafe = !hasAliases(config)
      yield {
        path,
        message: `“${id}” is a streaming distribution, which CloudFront no longer has; serve its bucket over HTTP by a distribution with behaviors for HLS${isSafe ? '' : ', with a certificate for its alternate domain names'}, and package the files as HLS.`,
        ...(isSafe ? { fix: edit, suggestions: [remove] } : { suggestions: [edit, remove] }),
      }
    }
  },
})
