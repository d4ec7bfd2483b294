import { isRef } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const accessOacUnknown = defineRule({
  id: 'access/oac-unknown',
  severity: 'error',
  sees: 'origin',
  summary: 'The origin access control does not exist.',
  why: 'A reference to another kind of resource gives an id that CloudFront refuses.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html',
  code: 'InvalidOriginAccessControl',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const given: unknown = origin.OriginAccessControlId
      const target = isRef(given) ? document.resources[given.ref] : undefined
      if (!isRef(given) || !target || target.type === 'OriginAccessControl') continue
      yield {
        path: [...path, 'OriginAccessControlId'],
        message: `“${given.ref}” is not an origin access control, so CloudFront refuses “${nameOf(origin.Id)}”; choose one.`,
      }
    }
  },
})
