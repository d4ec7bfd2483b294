import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const accessOacAmzAuthNonLambda = defineRule({
  id: 'access/oac-amz-auth-non-lambda',
  severity: 'error',
  sees: 'shared',
  summary: 'always-amz-auth is used on an origin that is not a Lambda function URL.',
  why: 'CloudFront refuses this signing behavior for other kinds of origin.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginAccessControl')) {
      const type = known(config.OriginAccessControlOriginType)
      if (
        known<unknown>(config.SigningBehavior) !== 'always-amz-auth' ||
        type === undefined ||
        type === 'lambda'
      )
        continue
      yield {
        path: [...path, 'SigningBehavior'],
        message: `“${id}” has always-amz-auth for ${type}, which CloudFront refuses; use “always”.`,
        fix: setAt([...path, 'SigningBehavior'], 'always', 'Use always'),
      }
    }
  },
})
