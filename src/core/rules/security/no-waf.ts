import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const securityNoWaf = defineRule({
  id: 'security/no-waf',
  severity: 'info',
  profiles: ['recommended', 'security'],
  summary: 'No web ACL protects the distribution.',
  why: 'AWS WAF refuses common attacks before they reach functions, cache and origin.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html',
  code: null,
  alsoKnownAs: ['CKV_AWS_68', 'CKV2_AWS_47'],

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if ((config.WebACLId !== undefined && config.WebACLId !== '') || known(config.Staging) === true)
        continue
      yield {
        path: [...path, 'WebACLId'],
        message: `“${id}” has no web ACL, so nothing filters requests before they reach your origins; associate one of AWS WAF.`,
      }
    }
  },
})
