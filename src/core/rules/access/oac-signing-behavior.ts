import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const accessOacSigningBehavior = defineRule({
  id: 'access/oac-signing-behavior',
  severity: 'error',
  sees: 'shared',
  summary: 'SigningBehavior has an unknown value.',
  why: 'CloudFront takes always, never, no-override, always-amz-auth and refuses others.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html',
  code: 'InvalidArgument',
  alsoKnownAs: ['cfn-lint E3031'],

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginAccessControl')) {
      const value: string | undefined = known(config.SigningBehavior)
      if (value === undefined || ['always', 'never', 'no-override', 'always-amz-auth'].includes(value))
        continue
      yield {
        path: [...path, 'SigningBehavior'],
        message: `“${value}” is not a SigningBehavior of CloudFront, which refuses “${id}”; use “always”.`,
        fix: setAt([...path, 'SigningBehavior'], 'always', 'Use always'),
      }
    }
  },
})
