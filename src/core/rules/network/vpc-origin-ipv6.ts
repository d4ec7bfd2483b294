import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkVpcOriginIpv6 = defineRule({
  id: 'network/vpc-origin-ipv6',
  severity: 'error',
  sees: 'shared',
  summary: 'A VPC origin has only IPv6 addresses.',
  why: 'CloudFront reaches VPC origins over IPv4 or over both protocols; IPv6 alone is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_VpcOriginEndpointConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'VpcOrigin')) {
      const type: string | undefined = known(config.IpAddressType)
      if (type === undefined || type === 'ipv4' || type === 'dualstack') continue
      const field = [...path, 'IpAddressType']
      yield {
        path: field,
        message: `“${type}” is not an address type of VPC origins, so CloudFront refuses “${id}”; use “dualstack” or “ipv4”.`,
        fix: setAt(field, 'dualstack', 'Use both protocols'),
      }
    }
  },
})
