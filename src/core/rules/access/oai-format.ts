import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const accessOaiFormat = defineRule({
  id: 'access/oai-format',
  severity: 'error',
  sees: 'origin',
  summary: 'The origin access identity is not written the way CloudFront expects it.',
  why: 'The field takes origin-access-identity/cloudfront/ and the id, or nothing.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_S3OriginConfig.html',
  code: 'InvalidOriginAccessIdentity',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const identity = known(known(origin.S3OriginConfig)?.OriginAccessIdentity)
      if (
        identity === undefined ||
        identity === '' ||
        /^origin-access-identity\/cloudfront\/E[A-Z0-9]+$/.test(identity)
      )
        continue
      const field = [...path, 'S3OriginConfig', 'OriginAccessIdentity']
      yield {
        path: field,
        message: `“${identity}” is not an origin access identity as CloudFront takes it; write origin-access-identity/cloudfront/ID.`,
        ...(/^E[A-Z0-9]+$/.test(identity) && {
          fix: setAt(field, `origin-access-identity/cloudfront/${identity}`, 'Add the prefix'),
        }),
      }
    }
  },
})
