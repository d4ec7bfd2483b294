import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const networkVpcOriginNotDeployed = defineRule({
  id: 'network/vpc-origin-not-deployed',
  severity: 'warning',
  sees: 'origin',
  summary: 'The VPC origin is not deployed yet.',
  why: 'CloudFront refuses a distribution whose VPC origin is still being deployed, which takes up to 15 minutes.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html',
  code: 'InvalidArgument',

  *check({ document, account }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const id = known(known(origin.VpcOriginConfig)?.VpcOriginId)
      const found = account?.vpcOrigins?.find((one) => one.Id === id)
      if (!found || found.Status === 'Deployed') continue
      yield {
        path: [...path, 'VpcOriginConfig', 'VpcOriginId'],
        message: `The VPC origin “${id}” is “${found.Status}”, and CloudFront refuses a distribution with it until it is “Deployed”; wait for it.`,
      }
    }
  },
})
