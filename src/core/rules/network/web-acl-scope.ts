import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { surelyOf } from '#core/model/links.ts'
import { valueAt } from '#core/model/path.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkWebAclScope = defineRule({
  id: 'network/web-acl-scope',
  severity: 'error',
  summary: 'The web ACL does not have the scope CLOUDFRONT.',
  why: 'A web ACL for CloudFront is global and is made in us-east-1; one of a region protects load balancers and APIs there.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html',
  code: 'InvalidWebACLId',

  *check({ document }) {
    for (const { config, path } of distributionsIn(document)) {
      const field = [...path, 'WebACLId']
      const arn = known(config.WebACLId)
      const id = surelyOf(document, config.WebACLId, 'AWS::WAFv2::WebACL')
      const scope: unknown = valueAt(document.resources[id ?? '']?.config, ['Scope'])
      const regional =
        arn !== undefined &&
        /^arn:aws[\w-]*:wafv2:/.test(arn) &&
        !/^arn:aws[\w-]*:wafv2:us-east-1:\d{12}:global\/webacl\//.test(arn)
      const acl = document.resources[id ?? '']
      const made = acl && 'region' in acl && scope === 'CLOUDFRONT' ? acl.region : undefined
      if (made !== undefined && made !== 'us-east-1')
        yield {
          path: field,
          message: `“${id}” has the scope CLOUDFRONT and its provider is in “${made}”, where AWS WAF refuses it; make it with a provider in us-east-1.`,
        }
      if (!regional && scope !== 'REGIONAL') continue
      yield {
        path: field,
        message:
          'The web ACL is one of a region, which CloudFront refuses; use a web ACL with the scope CLOUDFRONT in us-east-1.',
      }
    }
  },
})
