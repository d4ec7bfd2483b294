import { combine, removeAt, setAt } from '#core/model/edit.ts'
import { isSaid } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originS3ConfigNonS3Host = defineRule({
  id: 'origin/s3-config-non-s3-host',
  severity: 'error',
  sees: 'origin',
  summary: 'S3OriginConfig is set on an origin that is not a bucket.',
  why: 'With S3OriginConfig CloudFront speaks the S3 REST API, and it checks that the host is a bucket.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_S3OriginConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const kind = originKindOf(document, origin)
      if (!isSaid(origin.S3OriginConfig) || !kind || kind.isBucket || kind.id === 's3-website') continue
      const custom = {
        HTTPPort: 80,
        HTTPSPort: 443,
        OriginProtocolPolicy: 'https-only',
        OriginSslProtocols: ['TLSv1.2'],
      }
      yield {
        path: [...path, 'S3OriginConfig'],
        message: `“${nameOf(origin.DomainName)}” is not an S3 bucket, so CloudFront refuses S3OriginConfig for it; use CustomOriginConfig.`,
        fix: combine('Make it a custom origin', [
          setAt([...path, 'CustomOriginConfig'], custom),
          removeAt([...path, 'S3OriginConfig']),
        ]),
      }
    }
  },
})
