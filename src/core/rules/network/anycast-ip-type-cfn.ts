import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkAnycastIpTypeCfn = defineRule({
  id: 'network/anycast-ip-type-cfn',
  severity: 'error',
  sees: 'shared',
  summary: 'The address type of an Anycast static IP list is not valid.',
  why: 'The API knows ipv4, ipv6 and dualstack; the CloudFormation resource takes ipv4 and dualstack only and refuses the template otherwise.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateAnycastIpList.html',
  code: 'InvalidArgument',

  *check({ document }) {
    const isTemplate = document.source?.format.startsWith('cloudformation') ?? false
    const allowed = isTemplate ? ['ipv4', 'dualstack'] : ['ipv4', 'ipv6', 'dualstack']
    for (const { id, config, path } of resourcesOf(document, 'AnycastIpList')) {
      const type: string | undefined = known(config.IpAddressType)
      if (type === undefined || allowed.includes(type)) continue
      const field = [...path, 'IpAddressType']
      yield {
        path: field,
        message: `“${type}” is not an address type that ${isTemplate ? 'CloudFormation' : 'CloudFront'} takes for “${id}”; use ${allowed.map((one) => `“${one}”`).join(' or ')}.`,
        suggestions: allowed.map((one) => setAt(field, one, `Use ${one}`)),
      }
    }
  },
})
