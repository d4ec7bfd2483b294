import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const accessPublicKeyPrivate = defineRule({
  id: 'access/public-key-private',
  severity: 'error',
  sees: 'shared',
  summary: 'A private key is in the design.',
  why: 'A private key in a template is readable for everybody who reads the template, and CloudFront refuses it.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_PublicKeyConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'PublicKey')) {
      if (!known(config.EncodedKey)?.includes('PRIVATE KEY')) continue
      yield {
        path: [...path, 'EncodedKey'],
        message: `“${id}” holds a private key; remove it, replace the key pair and give the public key.`,
      }
    }
  },
})
