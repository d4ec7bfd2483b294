import { setAt } from '#core/model/edit.ts'
import { isRef } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { arnOf, foreignOf } from '#core/rules/lookup/foreign.ts'

export const networkShieldArn = defineRule({
  id: 'network/shield-arn',
  severity: 'error',
  sees: 'all',
  summary: 'A Shield protection names a distribution by something else than its ARN.',
  why: 'Shield Advanced takes the ARN of what it protects, which for a distribution is arn:aws:cloudfront::account:distribution/id. CloudFormation gives the id and the domain name of a distribution, and the ARN has to be composed.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-shield-protection.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of foreignOf(document, 'AWS::Shield::Protection')) {
      const { ResourceArn: arn } = config
      if (!isRef(arn) || document.resources[arn.ref]?.type !== 'Distribution') continue
      if (arn.attribute?.toLowerCase() === 'arn') continue
      const field = [...path, 'ResourceArn']
      yield {
        path: field,
        message: `“${id}” names the ${arn.attribute === 'DomainName' ? 'domain name' : 'id'} of “${arn.ref}”, which Shield refuses; compose the ARN of the distribution.`,
        fix: setAt(field, arnOf(arn.ref), 'Compose the ARN'),
      }
    }
  },
})
