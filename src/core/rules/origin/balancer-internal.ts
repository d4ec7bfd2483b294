import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { balancerOf } from '#core/rules/lookup/balancers.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originBalancerInternal = defineRule({
  id: 'origin/balancer-internal',
  severity: 'warning',
  sees: 'origin',
  summary: 'The load balancer is internal, so CloudFront cannot reach it.',
  why: 'The name of an internal load balancer leads to private addresses. CloudFront asks origins over the internet, unless they are VPC origins.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (origin.VpcOriginConfig !== undefined) continue
      const balancer = balancerOf(document, origin)
      if (balancer?.config['Scheme'] !== 'internal') continue
      yield {
        path: [...path, 'DomainName'],
        message: `“${balancer.id}” is internal, so CloudFront cannot connect to the origin “${nameOf(origin.Id)}” and viewers get 502 or 504; make it a VPC origin, or use an internet-facing load balancer.`,
      }
    }
  },
})
