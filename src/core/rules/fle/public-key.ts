import { isRef, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { entitiesIn } from '#core/rules/lookup/field-level-encryption.ts'
import { publicKeyKind } from '#core/rules/lookup/public-key-kind.ts'

export const flePublicKey = defineRule({
  id: 'fle/public-key',
  severity: 'error',
  sees: 'shared',
  summary: 'The key for field-level encryption is not RSA with 2,048 bits.',
  why: 'Another kind or size of key, or something that is not a public key, is refused for field-level encryption.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { profile, entity, path } of entitiesIn(document)) {
      const { PublicKeyId: id } = entity
      const target = isRef(id) ? document.resources[id.ref] : undefined
      if (!isRef(id) || !target) continue
      const field = [...path, 'PublicKeyId']
      if (target.type !== 'PublicKey') {
        yield {
          path: field,
          message: `“${id.ref}” of “${profile}” is not a public key, so CloudFront answers NoSuchPublicKey; name one.`,
        }
        continue
      }
      const kind = publicKeyKind(known(target.config.EncodedKey) ?? '')
      if (!kind || (kind.algorithm === 'RSA' && (kind.bits === undefined || kind.bits === 2048))) continue
      yield {
        path: field,
        message: `The key “${id.ref}” of “${profile}” is ${kind.algorithm === 'RSA' ? `RSA with ${kind.bits} bits` : 'not an RSA key'}, and CloudFront encrypts fields with RSA keys of 2,048 bits only; make one of those.`,
      }
    }
  },
})
