import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { repeats } from '#core/rules/lookup/walk.ts'

export const originRequestPolicyNameUnique = defineRule({
  id: 'origin-request-policy/name-unique',
  severity: 'error',
  summary: 'Two origin request policies have the same name.',
  why: 'A second policy of the same name in an account is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginRequestPolicyConfig.html',
  code: 'OriginRequestPolicyAlreadyExists',

  *check({ document }) {
    for (const [{ config, path }] of repeats(resourcesOf(document, 'OriginRequestPolicy'), (one) =>
      known(one.config.Name),
    ))
      yield {
        path: [...path, 'Name'],
        message: `“${known(config.Name)}” is also the name of another policy, so CloudFront answers OriginRequestPolicyAlreadyExists; choose another.`,
        fix: setAt([...path, 'Name'], `${known(config.Name)}-${path[1]}`, 'Use another name'),
      }
  },
})
