import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originReadTimeoutS3 = defineRule({
  id: 'origin/read-timeout-s3',
  severity: 'info',
  sees: 'origin',
  summary: 'A bucket origin has a read timeout.',
  why: 'S3OriginConfig takes OriginReadTimeout since lately; older tools drop the field when they write the distribution.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_S3OriginConfig.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (known(origin.S3OriginConfig)?.OriginReadTimeout === undefined) continue
      yield {
        path: [...path, 'S3OriginConfig', 'OriginReadTimeout'],
        message: `The bucket “${nameOf(origin.Id)}” has a read timeout, which older tools drop when they write the distribution; check what deploys it.`,
      }
    }
  },
})
