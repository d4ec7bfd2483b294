import { isRef, isUnknown, known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const networkVpcOriginId = defineRule({
  id: 'network/vpc-origin-id',
  severity: 'error',
  sees: 'origin',
  summary: 'The VPC origin does not exist.',
  why: 'VpcOriginId takes the id of a VPC origin of the account, or of one that another account shares, with OwnerAccountId beside it. Anything else is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_VpcOriginConfig.html',
  code: 'EntityNotFound',

  *check({ document, account }) {
    const owned = account?.vpcOrigins
    for (const { value: origin, path } of eachOrigin(document)) {
      const vpc = known(origin.VpcOriginConfig)
      if (!vpc) continue
      const reference: unknown = vpc.VpcOriginId
      const field = [...path, 'VpcOriginConfig', 'VpcOriginId']
      const name = nameOf(origin.Id)
      if (isRef(reference)) {
        const target = document.resources[reference.ref]
        if (target === undefined || target.type === 'VpcOrigin') continue
        yield {
          path: field,
          message: `“${reference.ref}” is not a VPC origin, so CloudFront refuses the origin “${name}”; refer to one.`,
        }
        continue
      }
      if (isUnknown(reference)) continue
      const id = typeof reference === 'string' ? reference : ''
      if (!/^vo_[A-Za-z0-9_-]+$/.test(id))
        yield {
          path: field,
          message: `${id === '' ? 'No id' : `“${id}”`} is given as the VPC origin of “${name}”, so CloudFront refuses it; use the id of a VPC origin, which begins with “vo_”.`,
        }
      else if (owned && !owned.some((one) => one.Id === id) && vpc.OwnerAccountId === undefined)
        yield {
          path: field,
          message: `The account has no VPC origin “${id}”, so CloudFront refuses the origin “${name}”; use one of its own, or name the account that shares it in OwnerAccountId.`,
        }
    }
  },
})
