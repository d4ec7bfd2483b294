import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const accessOacSigningProtocol = defineRule({
  id: 'access/oac-signing-protocol',
  severity: 'error',
  sees: 'shared',
  summary: 'SigningProtocol has an unknown value.',
  why: 'CloudFront takes sigv4, sigv4a and refuses others.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html',
  code: 'InvalidArgument',
  alsoKnownAs: ['cfn-lint E3031'],

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'OriginAccessControl')) {
      const value: string | undefined = known(config.SigningProtocol)
      if (value === undefined || ['sigv4', 'sigv4a'].includes(value)) continue
      yield {
        path: [...path, 'SigningProtocol'],
        message: `“${value}” is not a SigningProtocol of CloudFront, which refuses “${id}”; use “sigv4”.`,
        fix: setAt([...path, 'SigningProtocol'], 'sigv4', 'Use sigv4'),
      }
    }
  },
})
