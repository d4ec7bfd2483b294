import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const accessPublicKeyPem = defineRule({
  id: 'access/public-key-pem',
  severity: 'error',
  sees: 'shared',
  summary: 'A public key is not in PEM format.',
  why: 'CloudFront wants -----BEGIN PUBLIC KEY----- and a line break at the end.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_PublicKeyConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'PublicKey')) {
      const key = known(config.EncodedKey)
      if (
        key === undefined ||
        key.includes('PRIVATE KEY') ||
        /^\s*-----BEGIN PUBLIC KEY-----[\s\S]+-----END PUBLIC KEY-----\s*\n$/.test(key)
      )
        continue
      const ended = /-----END PUBLIC KEY-----$/.test(key) && key.startsWith('-----BEGIN PUBLIC KEY-----')
      yield {
        path: [...path, 'EncodedKey'],
        message: ended
          ? `The key of “${id}” does not end with a line break, so CloudFront refuses it; add one.`
          : `“${id}” is not a public key in PEM, so CloudFront refuses it; write it from “-----BEGIN PUBLIC KEY-----” to the end.`,
        ...(ended && { fix: setAt([...path, 'EncodedKey'], `${key}\n`, 'End with a line break') }),
      }
    }
  },
})
