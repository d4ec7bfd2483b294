import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { hasAccessIdentity } from '#core/rules/lookup/origin-access.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const accessOaiMultiTenant = defineRule({
  id: 'access/oai-multi-tenant',
  covers: ['tenant/unsupported-field'],
  severity: 'error',
  summary: 'A multi-tenant distribution uses an origin access identity.',
  why: 'Multi-tenant distributions take origin access controls only.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_S3OriginConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      if (known(distribution.config.ConnectionMode) !== 'tenant-only' || !hasAccessIdentity(origin)) continue
      yield {
        path: [...path, 'S3OriginConfig', 'OriginAccessIdentity'],
        message: `“${nameOf(origin.Id)}” uses an origin access identity, which a multi-tenant distribution refuses; use an origin access control.`,
      }
    }
  },
})
