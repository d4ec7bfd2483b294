import { combine, removeAt, setAt } from '#core/model/edit.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originS3WebsiteAsS3 = defineRule({
  id: 'origin/s3-website-as-s3',
  severity: 'error',
  sees: 'origin',
  summary: 'An S3 website endpoint has S3OriginConfig.',
  why: 'A website endpoint is an HTTP server, not the S3 REST API: it takes no S3OriginConfig, no OAC and no HTTPS.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (origin.S3OriginConfig === undefined || originKindOf(document, origin)?.id !== 's3-website') continue
      const custom = {
        HTTPPort: 80,
        HTTPSPort: 443,
        OriginProtocolPolicy: 'http-only',
        OriginSslProtocols: ['TLSv1.2'],
      }
      yield {
        path: [...path, 'S3OriginConfig'],
        message: `“${nameOf(origin.DomainName)}” is an S3 website endpoint, which CloudFront refuses as an S3 origin; use CustomOriginConfig with http-only, or the bucket's REST endpoint.`,
        fix: combine('Make it a custom origin', [
          setAt([...path, 'CustomOriginConfig'], custom),
          removeAt([...path, 'S3OriginConfig']),
        ]),
      }
    }
  },
})
