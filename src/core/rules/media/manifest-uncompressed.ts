import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { mediaOf } from '#core/model/media.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const mediaManifestUncompressed = defineRule({
  id: 'media/manifest-uncompressed',
  covers: ['cost/no-compress'],
  severity: 'info',
  profiles: ['recommended', 'cost'],
  summary: 'Manifests are not compressed.',
  why: 'A player asks for the manifest again with every segment, and it is text: compressed it is a small part of its size. CloudFront compresses the media types of HLS and DASH manifests where the behavior and its cache policy allow it.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html',
  code: null,
  shows: {
    request: { url: '/live/index.m3u8', headers: { 'accept-encoding': 'gzip' } },
    answer: {
      headers: { 'content-type': 'application/vnd.apple.mpegurl', 'content-length': '1600' },
      body: '#EXTM3U\n'.repeat(200),
    },
    outcome: { status: 200, headers: { 'content-encoding': { $absent: true } } },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, distribution, path } = placed
      const media = mediaOf(distribution, behavior)
      if (media?.part !== 'manifest' || media.format === 'Smooth Streaming') continue
      if (behavior.Compress !== undefined && known(behavior.Compress) !== false) continue
      const field = [...path, 'Compress']
      yield {
        path: field,
        message: `${behaviorName(placed)} serves ${media.format} manifests uncompressed, and players fetch them again and again; compress them.`,
        suggestions: [setAt(field, true, 'Compress')],
      }
    }
  },
})
