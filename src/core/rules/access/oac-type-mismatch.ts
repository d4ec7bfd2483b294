import { isRef, known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const accessOacTypeMismatch = defineRule({
  id: 'access/oac-type-mismatch',
  severity: 'error',
  sees: 'origin',
  summary: 'The origin access control is for another kind of origin.',
  why: 'The type decides how requests are signed; CloudFront refuses one that does not fit the host.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html',
  code: 'InvalidOriginAccessControl',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const kind = originKindOf(document, origin)
      const reference = origin.OriginAccessControlId
      const target = isRef(reference) ? document.resources[reference.ref] : undefined
      if (!kind?.signing || !isRef(reference) || target?.type !== 'OriginAccessControl') continue
      const type = known(target.config.OriginAccessControlOriginType)
      if (type === undefined || type === kind.signing) continue
      yield {
        path: [...path, 'OriginAccessControlId'],
        message: `“${reference.ref}” signs for ${type} and “${nameOf(origin.DomainName)}” is a ${kind.label}, so CloudFront refuses it; use one of type “${kind.signing}”.`,
      }
    }
  },
})
