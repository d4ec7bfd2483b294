import { resourcesOf } from '#core/model/distribution.ts'
import { known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { namedIn } from '#core/rules/lookup/foreign.ts'
import { publicKeyKind } from '#core/rules/lookup/public-key-kind.ts'

export const accessPublicKeyType = defineRule({
  id: 'access/public-key-type',
  covers: ['fle/public-key'],
  severity: 'error',
  sees: 'shared',
  summary: 'A public key is of a kind that CloudFront does not accept.',
  why: 'CloudFront takes RSA keys of 2048 bits and, for signed URLs and cookies, ECDSA keys on the curve P-256. It refuses others; field-level encryption takes RSA alone.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html',
  code: 'InvalidArgument',

  *check({ document }) {
    const forFields = resourcesOf(document, 'FieldLevelEncryptionProfile').flatMap(({ config }) =>
      knownItems(config.EncryptionEntities).flatMap((entity) => namedIn(entity.PublicKeyId)),
    )
    for (const { id, config, path } of resourcesOf(document, 'PublicKey')) {
      const kind = publicKeyKind(known(config.EncodedKey) ?? '')
      if (!kind) continue
      const isGood = kind.algorithm === 'RSA' ? kind.bits === 2048 : kind.curve === 'P-256'
      const isForFields = kind.algorithm === 'EC' && forFields.includes(id)
      if (isGood && !isForFields) continue
      const what =
        kind.algorithm === 'RSA'
          ? `an RSA key of ${kind.bits} bits`
          : kind.algorithm === 'EC'
            ? `an ECDSA key${kind.curve ? ` on ${kind.curve}` : ''}`
            : 'neither RSA nor ECDSA'
      yield {
        path: [...path, 'EncodedKey'],
        message: isGood
          ? `“${id}” is ${what}, and field-level encryption takes RSA keys of 2048 bits only; make another key.`
          : `“${id}” is ${what}, which CloudFront refuses; make an RSA key of 2048 bits or an ECDSA key on P-256.`,
      }
    }
  },
})
