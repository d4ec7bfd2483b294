import { distributionsIn } from '#core/model/distribution.ts'
import { isRef, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkWebAclClassic = defineRule({
  id: 'network/web-acl-classic',
  covers: ['tenant/unsupported-field'],
  severity: 'warning',
  summary: 'The web ACL is one of AWS WAF Classic.',
  why: "A bare id names a web ACL of WAF Classic, whose support has ended; AWS WAF's are named by ARN. Multi-tenant distributions refuse the old kind.",
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: 'InvalidWebACLId',

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const field = [...path, 'WebACLId']
      const reference: unknown = config.WebACLId
      const target = isRef(reference) ? document.resources[reference.ref]?.type : undefined
      const acl = known(config.WebACLId)
      const isClassic =
        target === 'AWS::WAF::WebACL' ||
        (acl !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(acl))
      if (!isClassic) continue
      const isShared = known(config.ConnectionMode) === 'tenant-only'
      yield {
        path: field,
        message: `The web ACL of “${id}” is one of WAF Classic, ${isShared ? 'which multi-tenant distributions refuse' : 'whose support has ended'}; move its rules to AWS WAF and give the ARN of the new web ACL.`,
        ...(isShared && { severity: 'error' }),
      }
    }
  },
})
