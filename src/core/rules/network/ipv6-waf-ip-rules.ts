import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { valueAt } from '#core/model/path.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { foreignBehind, listIn } from '#core/rules/lookup/foreign.ts'
import { statementsIn, webAclOf } from '#core/rules/lookup/web-acl.ts'

export const networkIpv6WafIpRules = defineRule({
  id: 'network/ipv6-waf-ip-rules',
  severity: 'info',
  profiles: ['security'],
  summary: 'A list of allowed addresses leaves out IPv6.',
  why: 'Viewers with both protocols come over IPv6. An allow-list of the web ACL with IPv4 addresses alone does not know them and turns them away.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-enable-ipv6.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if (known(config.IsIPV6Enabled) !== true) continue
      const acl = webAclOf(document, config)
      const blocksByDefault = valueAt(acl?.config, ['DefaultAction', 'Block']) !== undefined
      const rules = listIn(acl?.config['Rules']) ?? []
      const allowed = rules.flatMap((rule) => {
        const isAllow = valueAt(rule, ['Action', 'Allow']) !== undefined && blocksByDefault
        const isBlock = valueAt(rule, ['Action', 'Block']) !== undefined
        return [...statementsIn(valueAt(rule, ['Statement']))]
          .filter(
            ({ name, isNegated }) => name === 'IPSetReferenceStatement' && (isNegated ? isBlock : isAllow),
          )
          .map(({ statement }) => foreignBehind(document, statement['Arn'], 'AWS::WAFv2::IPSet'))
      })
      if (allowed.length === 0 || allowed.some((set) => set?.config['IPAddressVersion'] !== 'IPV4')) continue
      yield {
        path: [...path, 'IsIPV6Enabled'],
        message: `“${id}” has IPv6 on and its web ACL allows the IPv4 addresses of “${allowed[0]?.id}” only, so viewers that come over IPv6 are refused; add an IP set for IPv6 or turn IPv6 off.`,
        suggestions: [setAt([...path, 'IsIPV6Enabled'], false, 'Turn IPv6 off')],
      }
    }
  },
})
