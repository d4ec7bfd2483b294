import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originS3AccessPointNeedsOac = defineRule({
  id: 'origin/s3-access-point-needs-oac',
  severity: 'error',
  sees: 'origin',
  summary: 'An access point has no origin access control.',
  why: 'Access points take signed requests only; without an origin access control every request ends with 403.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const kind = originKindOf(document, origin)?.id
      if (kind !== 's3-access-point' && kind !== 's3-object-lambda') continue
      if (origin.OriginAccessControlId !== undefined && origin.OriginAccessControlId !== '') continue
      yield {
        path: [...path, 'OriginAccessControlId'],
        message: `“${nameOf(origin.DomainName)}” is an access point, which answers 403 to unsigned requests; attach an origin access control.`,
      }
    }
  },
})
