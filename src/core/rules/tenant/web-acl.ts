import { resourcesOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { isUnknown, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const tenantWebAcl = defineRule({
  id: 'tenant/web-acl',
  severity: 'error',
  sees: 'shared',
  summary: "A tenant's web ACL setting is not valid.",
  why: 'The action override goes with the ARN of a global web ACL; disable goes without one.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_WebAclCustomization.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'DistributionTenant')) {
      const acl = known(known(config.Customizations)?.WebAcl)
      const action = known(acl?.Action)
      if (!acl || action === undefined) continue
      const field = [...path, 'Customizations', 'WebAcl']
      const arn = known(acl.Arn)
      if (action !== 'override' && action !== 'disable')
        yield {
          path: [...field, 'Action'],
          message: `“${action}” of the tenant “${id}” is nothing that CloudFront does with a web ACL; use override or disable.`,
        }
      else if (action === 'override' && (acl.Arn === undefined || arn === ''))
        yield {
          path: [...field, 'Action'],
          message: `The tenant “${id}” overrides the web ACL and names none, so CloudFront refuses it; add the ARN of the web ACL.`,
        }
      else if (action === 'disable' && acl.Arn !== undefined && arn !== '' && !isUnknown(acl.Arn))
        yield {
          path: [...field, 'Arn'],
          message: `The tenant “${id}” disables the web ACL and names one, so CloudFront refuses it; remove the ARN.`,
          fix: removeAt([...field, 'Arn'], 'Remove the ARN'),
        }
      else if (
        arn !== undefined &&
        arn !== '' &&
        !/^arn:aws[\w-]*:wafv2:us-east-1:\d{12}:global\/webacl\//.test(arn)
      )
        yield {
          path: [...field, 'Arn'],
          message: `“${arn}” of the tenant “${id}” is not a web ACL for CloudFront; use one with the scope CLOUDFRONT in us-east-1.`,
        }
    }
  },
})
