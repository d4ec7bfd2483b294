import { removeAt } from '#core/model/edit.ts'
import { isUnknown } from '#core/model/field.ts'
import { valueAt } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const accessOaiOnCustom = defineRule({
  id: 'access/oai-on-custom',
  severity: 'error',
  sees: 'origin',
  summary: 'An origin access identity is set on an origin that is not a bucket.',
  why: 'Identities sign requests to buckets only. The field exists in S3OriginConfig and nowhere else, and CloudFront refuses it elsewhere.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_S3OriginConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      for (const at of [[], ['CustomOriginConfig'], ['VpcOriginConfig']]) {
        const field = [...at, 'OriginAccessIdentity']
        const identity = valueAt(origin, field)
        if (identity === undefined || identity === '' || isUnknown(identity)) continue
        yield {
          path: [...path, ...field],
          message: `The origin “${nameOf(origin.Id)}” has an origin access identity ${at.length === 0 ? 'beside' : 'outside'} its S3OriginConfig, which CloudFront refuses; ${originKindOf(document, origin)?.isBucket ? 'move it there' : 'remove it'}.`,
          fix: removeAt([...path, ...field], 'Remove the identity'),
        }
      }
    }
  },
})
