import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const networkVpcOriginDomain = defineRule({
  id: 'network/vpc-origin-domain',
  severity: 'error',
  summary: 'An origin in a VPC has a domain name.',
  why: 'CloudFront sends the domain name as the Host header and, over HTTPS, compares it with the certificate of the load balancer; without one the origin is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (origin.VpcOriginConfig === undefined) continue
      if (origin.DomainName !== undefined && origin.DomainName !== '') continue
      yield {
        path: [...path, 'DomainName'],
        message: `The VPC origin “${nameOf(origin.Id)}” has no domain name, so CloudFront refuses it; give the DNS name of the load balancer or instance, or the name on its certificate.`,
      }
    }
  },
})
