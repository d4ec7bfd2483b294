import { setAt } from '#core/model/edit.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { hasAccessControl } from '#core/rules/lookup/origin-access.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const accessOacS3configEmptyOai = defineRule({
  id: 'access/oac-s3config-empty-oai',
  severity: 'error',
  sees: 'origin',
  summary: 'A bucket with an origin access control has no S3OriginConfig.',
  why: 'CloudFront wants S3OriginConfig with an empty OriginAccessIdentity beside the origin access control.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_S3OriginConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (
        !hasAccessControl(origin) ||
        origin.S3OriginConfig !== undefined ||
        origin.CustomOriginConfig !== undefined ||
        origin.VpcOriginConfig !== undefined ||
        !originKindOf(document, origin)?.isBucket
      )
        continue
      const field = [...path, 'S3OriginConfig']
      yield {
        path: field,
        message: `“${nameOf(origin.Id)}” has an origin access control and no S3OriginConfig, which CloudFront refuses; add it with an empty identity.`,
        fix: setAt(field, { OriginAccessIdentity: '' }, 'Add S3OriginConfig'),
      }
    }
  },
})
