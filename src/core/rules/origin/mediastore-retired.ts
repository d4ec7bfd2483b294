import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originMediastoreRetired = defineRule({
  id: 'origin/mediastore-retired',
  severity: 'warning',
  sees: 'origin',
  summary: 'An origin is MediaStore, which AWS has shut down.',
  why: 'AWS ended support for Elemental MediaStore in November 2025.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (originKindOf(document, origin)?.id !== 'media-store') continue
      yield {
        path: [...path, 'DomainName'],
        message: `“${nameOf(origin.DomainName)}” is a MediaStore container, a service that AWS has ended; move the objects to S3.`,
      }
    }
  },
})
