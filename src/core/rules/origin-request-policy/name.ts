import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isExpression, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const originRequestPolicyName = defineRule({
  id: 'origin-request-policy/name',
  severity: 'error',
  sees: 'shared',
  summary: 'A policy has no valid name.',
  why: 'CloudFront refuses a policy without a name, with one longer than 128 characters or with other characters.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginRequestPolicyConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginRequestPolicy')) {
      const name = known(config.Name)
      if (isExpression(config.Name) || (name !== undefined && /^[A-Za-z0-9_-]{1,128}$/.test(name))) continue
      const slug = (name ?? id).replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 128)
      yield {
        path: [...path, 'Name'],
        message: `CloudFront refuses “${name ?? ''}” as a policy's name; use 1 to 128 letters, digits, - and _.`,
        ...(slug !== '' && { fix: setAt([...path, 'Name'], slug, `Use “${slug}”`) }),
      }
    }
  },
})
