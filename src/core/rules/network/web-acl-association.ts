import { surelyOf } from '#core/model/links.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { foreignOf, textIn } from '#core/rules/lookup/foreign.ts'

export const networkWebAclAssociation = defineRule({
  id: 'network/web-acl-association',
  severity: 'error',
  sees: 'all',
  summary: 'A web ACL association names a distribution, which AWS WAF refuses.',
  why: 'Associations are for resources of a region: load balancers, APIs and the like. A distribution names its web ACL itself, by the ARN in WebACLId.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webaclassociation.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of foreignOf(document, 'AWS::WAFv2::WebACLAssociation')) {
      const { ResourceArn: arn } = config
      const site = surelyOf(document, arn, 'Distribution')
      const text = textIn(arn)
      if (site === undefined && !(text !== undefined && /^arn:aws[\w-]*:cloudfront:/.test(text))) continue
      yield {
        path: [...path, 'ResourceArn'],
        message: `“${id}” names the distribution “${site ?? text}”, which AWS WAF refuses; remove it, and put the ARN of the web ACL into WebACLId of the distribution.`,
      }
    }
  },
})
