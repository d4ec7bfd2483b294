import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachBehavior } from '#core/rules/lookup/walk.ts'

export const functionOtherAccount = defineRule({
  id: 'function/other-account',
  severity: 'error',
  sees: 'behavior',
  summary: 'A CloudFront function is in another account.',
  why: 'Functions are not shared between accounts; one of another account is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-function-restrictions.html',
  code: 'InvalidFunctionAssociation',

  *check({ document, account }) {
    for (const { behavior, path } of eachBehavior(document))
      for (const [index, item] of (behavior.FunctionAssociations ?? []).entries()) {
        const arn = known(known(item)?.FunctionARN)
        const owner = /^arn:aws[\w-]*:cloudfront::(\d{12}):function\//.exec(arn ?? '')?.[1]
        if (owner === undefined || account?.accountId === undefined || owner === account.accountId) continue
        yield {
          path: [...path, 'FunctionAssociations', index, 'FunctionARN'],
          message: `The function “${arn}” belongs to account “${owner}” and the distribution to “${account.accountId}”, so CloudFront refuses it; create the function there.`,
        }
      }
  },
})
