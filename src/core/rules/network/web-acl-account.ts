import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkWebAclAccount = defineRule({
  id: 'network/web-acl-account',
  severity: 'error',
  summary: 'The web ACL is in another account.',
  why: "CloudFront associates web ACLs of the distribution's own account and refuses those of others.",
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html',
  code: 'InvalidWebACLId',

  *check({ document, account }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const owner = /^arn:aws[\w-]*:wafv2:[a-z0-9-]*:(\d{12}):/.exec(known(config.WebACLId) ?? '')?.[1]
      if (owner === undefined || account?.accountId === undefined || owner === account.accountId) continue
      yield {
        path: [...path, 'WebACLId'],
        message: `The web ACL of “${id}” belongs to account “${owner}” and the distribution to “${account.accountId}”, so CloudFront refuses it; use one of that account.`,
      }
    }
  },
})
